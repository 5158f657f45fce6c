/* Where the site begins: scripts lie in its folder `assets`, and pages of any depth load them. */
const own = /** @type {HTMLScriptElement | null} */ (globalThis.document && document.currentScript);

export const root = own ? own.src.replace(/assets\/[^/]*$/, "") : "";
