// Draws the numbers of every figure with uPlot in place of its picture; zoom by dragging, by buttons, back by a double click.
(() => {
  "use strict";

  const pixel = () => window.devicePixelRatio || 1;
  const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const font = size => `${size}px system-ui, "Segoe UI", "DejaVu Sans", sans-serif`;

  // Black ink must not vanish on a dark page.
  const colour = code => (/^#222222/.test(code) ? style("--text") + code.slice(7) : code);

  const raised = text => [...text].map(c => ({ "-": "⁻" })[c] || "⁰¹²³⁴⁵⁶⁷⁸⁹"[c]).join("");

  function label(value, powers = false) {
    if (value === 0) return "0";
    const size = Math.abs(value);
    if (!powers && size >= 1e-3 && size < 1e5) return String(Number(value.toPrecision(6))).replace("-", "−");
    const exponent = Math.floor(Math.log10(size) + 1e-9);
    const digits = Number((value / 10 ** exponent).toPrecision(4));
    const power = "10" + raised(String(exponent));
    return digits === 1 ? power : `${String(digits).replace("-", "−")}·${power}`;
  }

  // Of a logarithmic axis: decades, and where there are few of them 2 and 5 as well.
  function logTicks(low, high) {
    for (const digits of [[1], [1, 2, 5], [1, 2, 3, 4, 5, 6, 7, 8, 9]]) {
      const ticks = [];
      for (let e = Math.floor(Math.log10(low)); e <= Math.log10(high); e++)
        for (const d of digits) {
          const tick = Number(`${d}e${e}`);
          if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) ticks.push(tick);
        }
      if (ticks.length >= 3) return ticks.length <= 12 ? ticks : ticks.filter((_, i) => i % Math.ceil(ticks.length / 12) === 0);
    }
    return null;
  }

  function axis(spec, side, view) {
    const scale = side === 2 ? "x" : "y";
    const powers = () => spec.logarithmic && (view[scale][0] < 5e-4 || view[scale][1] > 2e4);
    const named = spec.ticks && new Map(spec.ticks.map(tick => [tick.at, tick.label]));
    const own = {
      scale, side, label: spec.title, labelSize: 24, labelFont: font(14), font: font(12), stroke: () => style("--text"),
      grid: { stroke: () => style("--grid"), width: 1 }, ticks: { stroke: () => style("--line"), width: 1, size: 6 },
      // uPlot would blank labels of a logarithmic axis by a rule of its own; these ticks are chosen already.
      filter: (u, at) => at,
      values: (u, at) => at.map(v => (named ? named.get(v) ?? "" : label(v, powers()))),
    };
    if (named)
      own.splits = () => [...named.keys()].filter(v => v >= view[scale][0] && v <= view[scale][1]);
    else if (spec.logarithmic)
      own.splits = () => logTicks(...view[scale]) ?? [0, 0.25, 0.5, 0.75, 1].map(s => Number((view[scale][0] * (view[scale][1] / view[scale][0]) ** s).toPrecision(4)));
    own.size = 34;
    if (side === 3)
      own.size = (u, values) => 18 + 7 * Math.max(2, ...(values ?? []).map(v => v.length));
    return own;
  }

  function painter(spec) {
    return (u, index) => {
      uPlot.orient(u, index, (series, xs, ys, sx, sy, toX, toY, left, top, width, height) => {
        const ink = u.ctx, code = colour(spec.color), n = spec.x.length;
        const at = (i, y) => [toX(spec.x[i], sx, width, left), toY(y[i], sy, height, top)];
        const shown = (i, y) => (sx.distr !== 3 || spec.x[i] > 0) && (sy.distr !== 3 || y[i] > 0);
        ink.save();
        ink.beginPath();
        ink.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
        ink.clip();
        ink.strokeStyle = ink.fillStyle = code;
        ink.lineWidth = Math.max(spec.width, 0.8) * pixel();
        ink.lineJoin = "round";
        ink.beginPath();
        if (spec.shape === "band") {
          for (let i = 0; i < n; i++) if (shown(i, spec.y)) ink.lineTo(...at(i, spec.y));
          for (let i = n - 1; i >= 0; i--) if (shown(i, spec.upper)) ink.lineTo(...at(i, spec.upper));
          ink.fill();
        } else if (spec.shape === "bars") {
          for (let i = 0; i < n; i++) {
            const [x, low] = at(i, spec.y), [, high] = at(i, spec.upper), cap = 4 * pixel();
            for (const [a, b] of [[[x, low], [x, high]], [[x - cap, low], [x + cap, low]], [[x - cap, high], [x + cap, high]]]) {
              ink.moveTo(...a);
              ink.lineTo(...b);
            }
          }
          ink.stroke();
        } else if (spec.shape === "marks") {
          ink.lineWidth = 1.1 * pixel();
          for (let i = 0; i < n; i++) {
            if (!shown(i, spec.y)) continue;
            const [x, y] = at(i, spec.y), r = Math.max(spec.width, 1) * pixel();
            ink.moveTo(x + r, y);
            ink.arc(x, y, r, 0, 2 * Math.PI);
          }
          ink.stroke();
        } else {
          if (spec.shape === "dashes") ink.setLineDash([6 * pixel(), 4 * pixel()]);
          for (let i = 0; i < n; i++) if (shown(i, spec.y)) ink.lineTo(...at(i, spec.y));
          ink.stroke();
        }
        ink.restore();
      });
      return null;
    };
  }

  function build(figure) {
    const data = JSON.parse(figure.querySelector("script").textContent);
    const whole = { x: [data.x.minimum, data.x.maximum], y: [data.y.minimum, data.y.maximum] };
    const view = { x: [...whole.x], y: [...whole.y] };
    const place = figure.appendChild(document.createElement("div"));
    const size = () => ({ width: Math.max(240, figure.clientWidth), height: Math.round(Math.min(460, Math.max(260, 0.64 * figure.clientWidth))) });

    function show(x, y) {
      [view.x, view.y] = [x, y];
      plot.batch(() => {
        plot.setScale("x", { min: x[0], max: x[1] });
        plot.setScale("y", { min: y[0], max: y[1] });
      });
    }

    const scale = (name, spec) => ({ time: false, auto: false, distr: spec.logarithmic ? 3 : 1, range: () => view[name] });
    const plot = new uPlot({
      ...size(), mode: 2, legend: { show: false }, padding: [12, 14, 0, 0],
      scales: { x: scale("x", data.x), y: scale("y", data.y) },
      axes: [axis(data.x, 2, view), axis(data.y, 3, view)],
      series: [{}, ...data.series.map(s => ({ label: s.name, stroke: s.color, facets: [{ scale: "x", auto: false }, { scale: "y", auto: false }], paths: painter(s) }))],
      cursor: { points: { show: false }, drag: { x: true, y: true, uni: 20, setScale: false }, bind: { dblclick: () => () => show([...whole.x], [...whole.y]) } },
      hooks: {
        ready: [u => u.batch(() => { u.setScale("x", { min: view.x[0], max: view.x[1] }); u.setScale("y", { min: view.y[0], max: view.y[1] }); })],
        setSelect: [u => {
          const { left, top, width, height } = u.select;
          if (width > 4 && height > 4)
            show([u.posToVal(left, "x"), u.posToVal(left + width, "x")], [u.posToVal(top + height, "y"), u.posToVal(top, "y")]);
          if (width > 0 || height > 0) u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        }],
        setCursor: [u => {
          const inside = u.cursor.left >= 0;
          readout.textContent = inside ? `${label(Number(u.posToVal(u.cursor.left, "x").toPrecision(4)))}, ${label(Number(u.posToVal(u.cursor.top, "y").toPrecision(4)))}` : "";
        }],
      },
    }, [null, ...data.series.map(s => [s.x, s.y])], place);

    // About the middle of the view, on the axis's own scale.
    function zoom(factor) {
      const part = (spec, [low, high]) => {
        const [a, b] = spec.logarithmic ? [Math.log10(low), Math.log10(high)] : [low, high];
        const [middle, half] = [(a + b) / 2, factor * (b - a) / 2];
        return spec.logarithmic ? [10 ** (middle - half), 10 ** (middle + half)] : [middle - half, middle + half];
      };
      show(part(data.x, view.x), part(data.y, view.y));
    }

    const tools = figure.appendChild(document.createElement("div"));
    tools.className = "tools";
    for (const [text, name, act] of [["+", "zoom in", () => zoom(0.5)], ["−", "zoom out", () => zoom(2)], ["whole", "show the whole plot", () => show([...whole.x], [...whole.y])]]) {
      const button = tools.appendChild(document.createElement("button"));
      [button.type, button.textContent, button.title, button.onclick] = ["button", text, name, act];
      button.setAttribute("aria-label", name);
    }
    const readout = tools.appendChild(document.createElement("output"));

    // A legend entry switches its series, and those without a name that belong to it by their colour.
    const keys = document.createElement("div");
    keys.className = "keys";
    data.series.forEach((series, index) => {
      if (!series.name || data.series.findIndex(s => s.name === series.name && s.color === series.color) < index) return;
      const key = keys.appendChild(document.createElement("button"));
      const swatch = key.appendChild(document.createElement("i"));
      swatch.style.background = colour(series.color.slice(0, 7));
      key.append(series.name);
      key.type = "button";
      key.setAttribute("aria-pressed", "true");
      key.onclick = () => {
        const on = key.getAttribute("aria-pressed") !== "true";
        key.setAttribute("aria-pressed", on);
        data.series.forEach((other, i) => {
          if (i === index || other.name === series.name || (!other.name && other.color.slice(0, 7) === series.color.slice(0, 7))) plot.setSeries(i + 1, { show: on });
        });
      };
    });
    figure.insertBefore(keys, place);
    figure.classList.add("live");

    new ResizeObserver(() => { if (size().width !== plot.width) plot.setSize(size()); }).observe(figure);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => plot.redraw());
  }

  for (const figure of document.querySelectorAll("figure[data-plot]")) build(figure);
})();
