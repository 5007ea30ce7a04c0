// Two groups on one indicator: a line chart and a table; the part of the address after # keeps the choice.
(() => {
  const place = document.getElementById("compare");
  const [first, second, indicator] = ["first", "second", "indicator"].map((name) => document.getElementById(name));
  const chart = document.getElementById("compare-chart");
  const table = document.getElementById("compare-table");
  const caption = document.getElementById("compare-caption");
  const unknown = document.getElementById("compare-unknown");
  const data = {};
  const { element, words } = qipan;
  const drawing = { left: 52, right: 12, top: 16, bottom: 28 };

  globalThis.qipanCompare = (id, found) => {
    data[id] = found;
  };

  const svg = (name, attributes, text = "") => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  };
  const minus = (text) => text.replace("-", "−");
  const grouped = (value, digits) =>
    minus(value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits }));
  const relative = (value, kind) => (kind === "share" ? `${grouped(value * 100, 1)}%` : grouped(value, 2));
  const label = (select) => select.selectedOptions[0].textContent;

  const remember = (group, found, position) => {
    const address = found.kind === "ratio"
      ? `marts.group_gap/latest/dated/${indicator.value}/${group}/${found.reference}/${found.groups[group].periods[position]}`
      : `marts.group_share/latest/dated/${indicator.value}/${group}/${found.groups[group].periods[position]}`;
    qipan.rows ??= {};
    qipan.rows[address] = {
      view_id: "latest", membership: "dated", indicator_id: indicator.value, group_id: group,
      period: found.groups[group].periods[position], value: found.groups[group].values[position],
      [found.kind]: found.groups[group].relative[position],
    };
    return address;
  };
  const cell = (group, found, position, column, text) =>
    element("td", { class: "n" }, element("button", { class: "figure", "data-figure": `${remember(group, found, position)}#${column}` }, text));

  const tabulate = (groups, found) => {
    const option = indicator.selectedOptions[0];
    const heads = groups.flatMap((group, order) => [
      `${label([first, second][order])} (${option.dataset.unit})`,
      words[found.kind === "share" ? "column-share" : "column-ratio"],
    ]);
    const head = element("tr", {}, element("th", { scope: "col" }, words["column-year"]), ...heads.map((text) => element("th", { scope: "col", class: "n" }, text)));
    const years = [...new Set(groups.flatMap((group) => found.groups[group]?.periods ?? []))].sort((a, b) => b - a);
    const body = years.map((year) => {
      const cells = groups.flatMap((group) => {
        const position = found.groups[group]?.periods.indexOf(year) ?? -1;
        if (position < 0) return [element("td", { class: "n" }, "–"), element("td", { class: "n" }, "–")];
        const { values, relative: parts } = found.groups[group];
        const digits = Math.abs(values[position]) >= 10000 ? 0 : Number(option.dataset.decimals);
        const part = parts[position] === null ? element("td", { class: "n" }, "–") : cell(group, found, position, found.kind, relative(parts[position], found.kind));
        return [cell(group, found, position, "value", grouped(values[position], digits)), part];
      });
      return element("tr", {}, element("th", { scope: "row" }, String(year)), ...cells);
    });
    table.replaceChildren(element("thead", {}, head), element("tbody", {}, ...body));
  };

  const ticks = (low, high) => {
    const rough = (high - low) / 4;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
    const from = Math.ceil(low / step);
    return Array.from({ length: Math.floor(high / step) - from + 1 }, (_, order) => (from + order) * step);
  };

  /** What is drawn, and a line for a side that has nothing or begins later than the other. */
  const describe = (groups, found, isDrawn) => {
    const starts = groups.map((group) => found.groups[group]?.periods[0]);
    const earliest = Math.min(...starts.filter(Boolean));
    const told = [isDrawn ? `${label(indicator)} · ${words[found.kind === "share" ? "column-share" : "column-ratio"]}` : words["compare-none"]];
    starts.forEach((start, order) => {
      const name = label([first, second][order]);
      if (!start) told.push(`${name} · ${words["compare-none-side"]}`);
      else if (start > earliest) told.push(`${name} · ${words["compare-first-year"]} ${start}`);
    });
    caption.replaceChildren(...told.flatMap((line, order) => (order ? [element("br"), line] : [line])));
  };

  const draw = (groups, found) => {
    const { left, right, top, bottom } = drawing;
    // drawn at the size it is shown, so that its text keeps the size of the page's
    const width = Math.max(280, Math.min(832, chart.clientWidth));
    const height = Math.max(220, Math.round(width * 0.45));
    const points = groups.map((group) => {
      const series = found.groups[group];
      return series ? series.periods.map((year, at) => [year, series.relative[at]]).filter(([, part]) => part !== null) : [];
    });
    const all = points.flat();
    chart.replaceChildren();
    describe(groups, found, all.length > 0);
    if (!all.length) return;
    const years = all.map(([year]) => year);
    const parts = all.map(([, part]) => part).concat(found.kind === "ratio" ? [1] : []);
    const [from, to] = [Math.min(...years), Math.max(...years)];
    const margin = (Math.max(...parts) - Math.min(...parts) || 1) * 0.08;
    const [low, high] = [Math.min(...parts) - margin, Math.max(...parts) + margin];
    const x = (year) => left + ((year - from) / (to - from || 1)) * (width - left - right);
    const y = (part) => height - bottom - ((part - low) / (high - low)) * (height - top - bottom);
    const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `${label(indicator)}: ${label(first)}, ${label(second)}, ${from}–${to}` });
    for (const tick of ticks(low, high)) {
      picture.append(svg("path", { class: "grid", d: `M${left} ${y(tick)}H${width - right}` }));
      picture.append(svg("text", { x: left - 8, y: y(tick) + 4, "text-anchor": "end" }, relative(tick, found.kind)));
    }
    if (found.kind === "ratio") picture.append(svg("path", { class: "par", d: `M${left} ${y(1)}H${width - right}` }));
    for (const year of new Set([from, Math.round((from + to) / 2), to])) {
      picture.append(svg("text", { x: x(year), y: height - 8, "text-anchor": year === from ? "start" : year === to ? "end" : "middle" }, String(year)));
    }
    points.forEach((listed, order) => {
      const breaks = new Set(found.groups[groups[order]]?.breaks ?? []);
      const isCut = ([year], at) => at === 0 || breaks.has(year) || listed[at - 1][0] !== year - 1;
      const path = listed.map((point, at) => `${isCut(point, at) ? "M" : "L"}${x(point[0]).toFixed(1)} ${y(point[1]).toFixed(1)}`).join("");
      const style = ["first", "second"][order];
      picture.append(svg("path", { class: `line ${style}`, d: path }));
      for (const [year, part] of listed) picture.append(svg("circle", { class: style, cx: x(year), cy: y(part), r: 2.5 }));
    });
    const key = element("ul", { class: "key" }, element("li", { class: "first" }, label(first)), element("li", { class: "second" }, label(second)));
    chart.append(picture, key);
  };

  const update = () => {
    const id = indicator.value;
    qipan.load(`compare/${id}.js`).then(
      () => {
        if (indicator.value !== id) return;
        const groups = [first.value, second.value];
        draw(groups, data[id]);
        tabulate(groups, data[id]);
      },
      () => {
        chart.replaceChildren();
        table.replaceChildren();
        caption.textContent = words["compare-none"];
      },
    );
  };
  const restore = () => {
    const chosen = location.hash.slice(1).split("/");
    const strange = [];
    [first, second, indicator].forEach((select, order) => {
      if ([...select.options].some((option) => option.value === chosen[order])) select.value = chosen[order];
      else if (chosen[order]) strange.push(chosen[order]);
    });
    unknown.hidden = !strange.length;
    unknown.textContent = `${words["compare-unknown"]} ${strange.join(", ")}`;
    update();
  };
  for (const select of [first, second, indicator]) {
    select.addEventListener("change", () => {
      unknown.hidden = true;
      history.replaceState(null, "", `#${first.value}/${second.value}/${indicator.value}`);
      update();
    });
  }
  addEventListener("hashchange", restore);
  place.hidden = false;
  document.getElementById("static-comparison").hidden = true;
  restore();
})();
