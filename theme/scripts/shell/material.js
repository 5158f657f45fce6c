/* What Material's bundle leaves on the window, and settings.js for it. */

/** @type {any} */
export const material = globalThis;
