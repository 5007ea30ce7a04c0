// The card of a number: its row, column, method, inputs and editions. Rows are on the page, meanings in one file.
(() => {
  const card = document.getElementById("card");
  const body = document.getElementById("card-body");
  let rows = {};
  const isEnglish = qipan.language === "en";
  const { element, words } = qipan;

  const named = (names) => names[qipan.place];
  const term = (list, word, ...content) =>
    list.append(element("dt", {}, words[word]), element("dd", {}, ...content));
  const code = (text) => element("code", {}, text);
  /** Text the catalogue has in another language only: marked for those who hear it, and with a word. */
  const foreign = (text, language, word) =>
    qipan.language === language
      ? [text]
      : [element("span", { lang: language }, text), " ", element("small", {}, words[word] ?? language)];
  const unitNamed = (unit, dictionary) => (dictionary.units?.[unit] ? named(dictionary.units[unit]) : unit);
  const links = (target, indicator) => {
    const pages = document.querySelector("a.brand").href.replace(/index\.html$/, "");
    return element("a", { href: `${pages}indicator/${target}.html` }, named(indicator.name));
  };

  /** A reason has a code and, after a colon, what the row adds to it. */
  const coded = (column, value, dictionary) => {
    const [whole, head, detail] = String(value).match(/^([^:]*)(?:: (.*))?$/s) ?? [value, value];
    const known = dictionary.codes?.[column]?.[head];
    const [, first, last] = detail?.match(/^(\d+)-(\d+)$/) ?? [];
    const told = first && first === last ? first : detail;
    return known ? [named(known), told].filter(Boolean).join(" ") : String(whole);
  };

  /** Ids and codes in a row as words where the dictionary has them. */
  const shown = (column, value, dictionary) => {
    if (value === true) return words["card-yes"] ?? "true";
    if (dictionary.codes?.[column]) return coded(column, value, dictionary);
    if (/(^|_)vintage_id$|(^|_)basis_id$/.test(column) && dictionary.bases[value]) return named(dictionary.bases[value].name);
    if (column === "unit_id" && dictionary.unitNames?.[value]) return named(dictionary.unitNames[value]);
    if (column === "source_text") return value.split(", ").map((id) => (dictionary.sources[id] ? named(dictionary.sources[id]) : id)).join(" · ");
    if (column === "source_id" && dictionary.sources[value]) return named(dictionary.sources[value]);
    if (column === "indicator_id") return dictionary.indicators[value] ? named(dictionary.indicators[value].name) : value;
    const isName = /^(group|reference|region|subject|view)_id$|_region_id$/.test(column);
    return isName && dictionary.names[value] ? named(dictionary.names[value]) : String(value);
  };

  const editions = (text, dictionary) => {
    const list = element("ul");
    for (const basis of new Set(text.split(/\s*(?:\/|…|,)\s*/))) {
      const known = dictionary.bases[basis];
      const note = known ? ` ${named(known.name)}${known.published ? ` · ${known.published}` : ""}` : "";
      list.append(element("li", {}, code(basis), note));
    }
    return list;
  };

  /** The printed figures behind a row: per indicator how many, of which editions, published when and by whom. */
  const inputs = (lines, dictionary) => {
    const list = element("ul");
    for (const [id, cells, vintages, sources] of lines) {
      const publishers = sources.map((source) => (dictionary.sources[source] ? named(dictionary.sources[source]) : source));
      const days = vintages.map(([vintage, from, to]) => {
        const name = dictionary.bases[vintage] ? named(dictionary.bases[vintage].name) : vintage;
        return element("li", {}, `${name} · ${from === to ? from : `${from} – ${to}`}`);
      });
      const indicator = dictionary.indicators[id];
      const head = indicator ? links(id, indicator) : code(id);
      list.append(element("li", {}, head, ` · ${cells} ${words["card-cells"]} · ${publishers.join(", ")}`, element("ul", {}, ...days)));
    }
    return list;
  };

  const wholeRow = (row, dictionary, chosen) => {
    const table = element("table");
    for (const [column, value] of Object.entries(row).filter(([name]) => name !== "inputs")) {
      const [unit, zh, en] = dictionary.columns[column] ?? ["", "", ""];
      table.append(
        element(
          "tr",
          column === chosen ? { class: "chosen" } : {},
          element("th", { scope: "row", title: isEnglish ? en : zh }, code(column)),
          element("td", column === "note" ? { lang: "en" } : {}, shown(column, value, dictionary)),
          element("td", { class: "unit" }, unitNamed(unit, dictionary)),
        ),
      );
    }
    const details = element("details", {}, element("summary", {}, words["card-row"]));
    details.append(element("div", { class: "table" }, table));
    return details;
  };

  /** Rows by address from the page's file: cells all rows of a table share are written there once. */
  const unpacked = ({ inputs, tables }) => {
    const found = {};
    for (const [table, { columns, same, rows: lines }] of Object.entries(tables)) {
      for (const [key, input, ...cells] of lines) {
        const row = { ...same, inputs: inputs[input] };
        cells.forEach((cell, order) => {
          if (cell !== null) row[columns[order]] = cell;
        });
        found[`${table}/${key}`] = row;
      }
    }
    return found;
  };

  /** A number without an address of its own is one of its table row. */
  const addressOf = (button) => {
    const [address, column] = button.dataset.figure.split("#");
    return [address || button.closest("[data-of]").dataset.of, column];
  };

  /** A number made of several rows: all of them, as what one of them holds does not explain it. */
  const fillSeveral = (button, addresses, column, isComputed, dictionary) => {
    const list = element("dl");
    term(list, isComputed ? "card-computed" : "card-rows", isComputed ? `${addresses.length} ${words["unit-rows"]}` : String(addresses.length));
    if (column) term(list, "card-column", code(column));
    const items = addresses.map((each) => {
      const row = rowAt(each);
      const name = dictionary.indicators[row.indicator_id];
      const held = row[column] === undefined ? [] : [shown(column, row[column], dictionary)];
      const told = [...(name ? [named(name.name)] : []), ...held].join(" · ");
      return element("li", {}, ...(told ? [told, element("br")] : []), code(each));
    });
    const details = element("details", { open: "" }, element("summary", {}, words["card-listed"]));
    details.append(element("ul", {}, ...items));
    body.replaceChildren(element("p", { class: "number" }, button.textContent), list, details);
  };

  const rowAt = (address) => rows[address] ?? qipan.rows?.[address] ?? {};

  const fill = (button) => {
    const dictionary = globalThis.qipanDictionary;
    const [address, column] = addressOf(button);
    const row = rowAt(address);
    const [unit, zh, en] = dictionary.columns[column] ?? ["", "", ""];
    const indicator = dictionary.indicators[row.indicator_id];
    const behind = button.dataset.rows?.split(" ") ?? [];
    const isComputed = "computed" in button.dataset;
    if (behind.length && (!isComputed || behind.length > 1)) {
      fillSeveral(button, behind, column, isComputed, dictionary);
      return;
    }
    const list = element("dl");
    const exact = row[column] === undefined ? "" : ` = ${shown(column, row[column], dictionary)}`;
    const unitText = unit === "indicator" && indicator ? named(indicator.unit) : unitNamed(unit, dictionary);
    term(list, "card-address", code(address));
    if (column) term(list, isComputed ? "card-computed" : "card-column", code(column), `${exact} ${unitText}`);
    if (zh) term(list, "card-meaning", ...(isEnglish ? [en] : foreign(zh, "zh-Hans", "card-simplified")));
    if (row.null_reason && words["card-reason"]) term(list, "card-reason", coded("null_reason", row.null_reason, dictionary));
    const method = dictionary.methods[row.method_id];
    if (method) term(list, "card-method", ...foreign(method, "en", "card-english"), " ", code(row.method_id));
    if (indicator) term(list, "card-publisher", named(indicator.publisher));
    if (row.inputs?.length) term(list, "card-inputs", inputs(row.inputs, dictionary));
    else if (row.basis_text ?? row.vintage_id) term(list, "card-edition", editions(row.basis_text ?? row.vintage_id, dictionary));
    if (row.is_weakly_attributed) term(list, "card-weak", "*");
    term(list, "card-explain", code(`qipan explain ${column ? `${address}#${column}` : address}`));
    body.replaceChildren(element("p", { class: "number" }, button.textContent), list, wholeRow(row, dictionary, column));
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.figure");
    if (!button) {
      if (event.target === card) card.close();
      return;
    }
    const needed = ["dictionary.js"];
    // a number the page has made itself, as on the compare page, has brought its row
    if (!qipan.rows?.[addressOf(button)[0]]) needed.push(`rows/${document.body.dataset.page}.js`);
    Promise.all(needed.map((name) => qipan.load(name))).then(() => {
      if (needed.length > 1) rows = unpacked(globalThis.qipanRows);
      fill(button);
      card.showModal();
      card.scrollTop = 0;
    });
  });
  // the browser gives the focus back to the number when the card closes
})();
