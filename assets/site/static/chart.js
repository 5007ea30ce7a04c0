// The interactive chart in place of the still one; `ast` needs no right to evaluate text.
(() => {
  const drawn = document.getElementById("drawn");
  const spec = JSON.parse(document.getElementById("spec").textContent);
  const options = { actions: false, renderer: "svg", ast: true, defaultStyle: false, tooltip: { disableDefaultStyle: true } };
  vegaEmbed(drawn, spec, options).then(() => {
    // the picture has one name; its marks have none of their own
    drawn.querySelector("svg").setAttribute("aria-hidden", "true");
    drawn.hidden = false;
    document.getElementById("still").hidden = true;
  });
})();
