// What every page does: language links that keep the place, the light switch, the search box.
const qipan = {
  language: document.documentElement.lang,
  place: { "zh-Hans": 0, "zh-Hant": 1, en: 2 }[document.documentElement.lang],
  words: globalThis.qipanWords,
  // Static files lie beside this script; pages in folders reach them by the same way.
  static: document.currentScript.src.replace(/site\.js$/, ""),
  loaded: new Map(),
  /** Load a script file once; data comes as scripts because pages opened from disk may not fetch. */
  load(name) {
    if (!this.loaded.has(name)) {
      const loading = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = this.static + name;
        script.addEventListener("load", resolve);
        script.addEventListener("error", reject);
        document.head.append(script);
      });
      this.loaded.set(name, loading);
    }
    return this.loaded.get(name);
  },
  /** An element with attributes and children, text always as text. */
  element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  },
};

(() => {
  for (const link of document.querySelectorAll(".languages a")) {
    link.addEventListener("click", () => {
      link.hash = location.hash;
    });
  }

  // on a narrow screen the sections scroll: show the one we are in
  const current = document.querySelector(".sections [aria-current]");
  if (current) current.parentElement.scrollLeft = current.offsetLeft - (current.parentElement.clientWidth - current.offsetWidth) / 2;

  const theme = document.getElementById("theme");
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const root = document.documentElement;
    const isDark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
    try {
      localStorage.setItem("qipan-theme", root.dataset.theme);
    } catch {
      // a browser that keeps nothing for files: the choice holds for this page
    }
  });

  const box = document.getElementById("search");
  const list = document.getElementById("found");
  const pages = document.querySelector("a.brand").href.replace(/index\.html$/, "");
  let active = -1;
  box.parentElement.hidden = false;

  const simplified = (text) => text.toLowerCase().replace(/[\s'’·-]+/g, "");
  const score = ([, , names, others], wanted) => {
    let best = 0;
    for (const text of [...names, ...others]) {
      const found = simplified(text).indexOf(wanted);
      if (found < 0) continue;
      const isWhole = simplified(text).length === wanted.length;
      best = Math.max(best, isWhole ? 4 : found === 0 ? 3 : 1);
    }
    return best;
  };

  /** The twelve entries with most points; of equals, the shorter name first. */
  const best = (points) =>
    globalThis.qipanSearch
      .map((entry, order) => [points(entry), order, entry])
      .filter(([given]) => given)
      .sort((one, other) => other[0] - one[0] || nameOf(one).length - nameOf(other).length || one[1] - other[1])
      .slice(0, 12);
  const nameOf = ([, , [, , names]]) => names[qipan.place];

  const show = () => {
    const wanted = simplified(box.value);
    const whole = wanted ? best((entry) => score(entry, wanted)) : [];
    // nothing is called that: what has most of the words
    const parts = box.value.split(/\s+/).map(simplified).filter(Boolean);
    const matches =
      whole.length || parts.length < 2 ? whole : best((entry) => parts.filter((part) => score(entry, part)).length);
    list.replaceChildren(
      ...matches.map(([, , [kind, id, names]], order) =>
        qipan.element(
          "li",
          { role: "option", id: `found-${order}`, "aria-selected": "false", "data-page": `${kind}/${id}.html` },
          names[qipan.place],
          qipan.element("small", {}, qipan.words[`search-${kind}`]),
        ),
      ),
    );
    if (wanted && !matches.length) {
      list.append(qipan.element("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, qipan.words["search-none"]));
    }
    mark(matches.length ? 0 : -1);
    list.hidden = !wanted;
    box.setAttribute("aria-expanded", String(!list.hidden));
  };
  const mark = (order) => {
    active = order;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
    if (active < 0) box.removeAttribute("aria-activedescendant");
    else {
      box.setAttribute("aria-activedescendant", `found-${active}`);
      list.children[active].scrollIntoView({ block: "nearest" });
    }
  };
  const open = (item) => {
    if (item?.dataset.page) location.href = pages + item.dataset.page;
  };
  const search = () => qipan.load("search.js").then(show);

  box.addEventListener("focus", () => qipan.load("search.js"));
  box.addEventListener("input", search);
  box.addEventListener("keydown", (event) => {
    const count = list.querySelectorAll("[data-page]").length;
    if (event.key === "ArrowDown" && count) mark((active + 1) % count);
    else if (event.key === "ArrowUp" && count) mark((active + count - 1) % count);
    else if (event.key === "Enter") open(list.children[active]);
    else if (event.key === "Escape") {
      box.value = "";
      show();
    } else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    open(event.target.closest("[data-page]"));
  });
  box.addEventListener("blur", () => {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    box.focus();
  });
})();
