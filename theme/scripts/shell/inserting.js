/* Loading a classic script: it alone works for pages opened from a folder. */

/* Resolves with whether the script came within `patience` milliseconds; afterwards it is taken away. */
export function insertScript(address, patience) {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    const timer = setTimeout(() => finish(false), patience);
    function finish(came) {
      clearTimeout(timer);
      script.remove();
      resolve(came);
    }
    script.charset = "utf-8";
    script.onload = () => finish(true);
    script.onerror = () => finish(false);
    script.src = address;
    document.head.appendChild(script);
  });
}
