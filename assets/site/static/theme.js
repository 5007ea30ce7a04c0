// Before the first paint: the reader's choice of light or dark, where the browser lets us keep it.
(() => {
  const kept = () => {
    try {
      return localStorage.getItem("qipan-theme");
    } catch {
      return null;
    }
  };
  const theme = kept();
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
})();
