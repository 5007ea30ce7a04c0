// The first page: go on in the reader's language. Without a script, the links are there.
(() => {
  const wanted = (navigator.language || "en").toLowerCase();
  const isHant = /^zh-(hant|tw|hk|mo)/.test(wanted);
  const language = isHant ? "zh-Hant" : wanted.startsWith("zh") ? "zh-Hans" : "en";
  location.replace(`${language}/index.html`);
})();
