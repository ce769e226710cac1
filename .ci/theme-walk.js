// Runs in the browser, on a page with a story on it: `walkThemes` puts each theme on the page, as a site would, and tells
// what does not look as the theme says, and what cannot be read or seen (WCAG 2.2: 1.4.3, 1.4.11, 2.4.11).
const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
const known = new Map();

/** `[red, green, blue, alpha]` to 255, as the browser paints a colour. */
function painted(colour) {
  if (!known.has(colour)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = '#000';
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    known.set(colour, [...canvas.getImageData(0, 0, 1, 1).data]);
  }
  return known.get(colour);
}

const over = ([r, g, b, a], [x, y, z], opacity = 1) => {
  const share = (a / 255) * opacity;
  return [r * share + x * (1 - share), g * share + y * (1 - share), b * share + z * (1 - share), 255];
};

function luminance([r, g, b]) {
  const [x, y, z] = [r, g, b].map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const above = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;

function* everything(root) {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}

function isSeen(element) {
  const { width, height } = element.getBoundingClientRect();
  return (
    width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  );
}

const isOff = (element) =>
  element.closest(':disabled, [aria-disabled="true"], [inert], .withdrawn') ||
  element.closest('label')?.querySelector(':disabled');

const hasText = (element) =>
  [...element.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim());

/** One look at a page whose styles do not change meanwhile. */
class Look {
  #grounds = new Map();
  #styles = new Map();

  style(element) {
    if (!this.#styles.has(element)) this.#styles.set(element, getComputedStyle(element));
    return this.#styles.get(element);
  }

  /** What stands behind the text of an element; undefined where that is a picture. */
  ground(element) {
    if (!element) return [255, 255, 255, 255];
    if (!this.#grounds.has(element)) this.#grounds.set(element, this.#groundOf(element));
    return this.#grounds.get(element);
  }

  #groundOf(element) {
    const { backgroundColor, backgroundImage } = this.style(element);
    if (backgroundImage !== 'none') return undefined;
    const own = painted(backgroundColor);
    if (own[3] === 255) return own;
    const behind = element.matches('dialog') ? [255, 255, 255, 255] : this.ground(above(element));
    return behind && over(own, behind);
  }

  opacity(element) {
    return element ? Number(this.style(element).opacity) * this.opacity(above(element)) : 1;
  }
}

const named = (element) =>
  `${element.localName}${[...element.classList].map((name) => `.${name}`).join('')} "${(element.textContent ?? '').trim().slice(0, 24)}"`;

function unreadable(element, look) {
  const style = look.style(element);
  const drawn = element instanceof SVGElement;
  // Words in a drawing stand on what is drawn: on their own halo, if they have one.
  const ground = drawn ? style.stroke !== 'none' && painted(style.stroke) : look.ground(element);
  if (!ground) return [];
  const least =
    parseFloat(style.fontSize) >= 24 ||
    (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700)
      ? 3
      : 4.5;
  const ink = over(painted(drawn ? style.fill : style.color), ground, look.opacity(element));
  const found = contrast(ink, ground);
  return found < least ? [`${named(element)} has ${found.toFixed(2)}:1`] : [];
}

function unseen(element, look) {
  const style = look.style(element);
  const around = look.ground(above(element));
  if (!around) return [];
  const edge = over(painted(style.borderBlockStartColor), around);
  const seen = Math.max(
    parseFloat(style.borderBlockStartWidth) > 0 ? contrast(edge, around) : 1,
    contrast(look.ground(element) ?? around, around),
  );
  return seen < 3 ? [`the edge of ${named(element)} has ${seen.toFixed(2)}:1`] : [];
}

function unseenIcon(element, look) {
  const ground = look.ground(element);
  if (!ground) return [];
  const found = contrast(over(painted(look.style(element).stroke), ground, look.opacity(element)), ground);
  return found < 3 ? [`an icon in ${named(above(element))} has ${found.toFixed(2)}:1`] : [];
}

const computed = new Map();

/** What the theme wants, as the browser computes it for something with this font size. */
function wanted([, property, chain], element) {
  const page = getComputedStyle(document.documentElement);
  const name = chain.find((each) => page.getPropertyValue(each).trim());
  if (!name) return undefined;
  const { color, fontSize } = getComputedStyle(element);
  const key = [document.documentElement.className, property, name, color, fontSize].join();
  if (!computed.has(key)) computed.set(key, valueOf(property, name, { color, fontSize }));
  return computed.get(key);
}

function valueOf(property, name, around) {
  const probe = document.createElement('div');
  Object.assign(probe.style, { borderStyle: 'solid', ...around });
  probe.style.setProperty(property, `var(${name})`);
  document.body.append(probe);
  const value = getComputedStyle(probe).getPropertyValue(property);
  probe.remove();
  return value;
}

const hostsOf = (element) => {
  const { host } = element.getRootNode();
  return host ? [host, ...hostsOf(host)] : [];
};
/** Who asks for our own look gets that. */
const isOurOwn = (element) => hostsOf(element).some((host) => host.matches('[theme-preset]'));

/** So pale an ink would not be readable on our tints; the widgets darken it. */
const isTooPale = (property, colour) => property === 'color' && luminance(painted(colour)) > 0.13;

function unlike(role, elements, look) {
  const [selector, property, , needs] = role;
  return elements.flatMap((element) => {
    if (!element.matches(selector) || isOurOwn(element)) return [];
    if (needs && !look.style(element).getPropertyValue(needs)) return [];
    const want = wanted(role, element);
    if (want && isTooPale(property, want) && !selector.includes('primary')) return [];
    const have = look.style(element).getPropertyValue(property);
    if (want === undefined || have === want || have.startsWith(`${want},`)) return [];
    if (/color/.test(property) && painted(have).join() === painted(want).join()) return [];
    return [`${named(element)}: ${property} is ${have}, the theme says ${want}`];
  });
}

/** The ring around what has the focus stands out from what it lies on. */
function hiddenFocus(look) {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element?.matches('.button:focus-visible')) return [];
  const { outlineColor, outlineWidth, outlineStyle } = look.style(element);
  const ground = look.ground(above(element));
  const found = ground ? contrast(painted(outlineColor), ground) : 21;
  return found < 3 || parseFloat(outlineWidth) < 2 || outlineStyle === 'none'
    ? [`the focus on ${named(element)} has ${found.toFixed(2)}:1, ${outlineWidth} ${outlineStyle}`]
    : [];
}

function problemsIn(shown, roles) {
  const look = new Look();
  return [
    ...shown.texts.flatMap((element) => unreadable(element, look)),
    ...shown.edges.flatMap((element) => unseen(element, look)),
    ...shown.icons.flatMap((element) => unseenIcon(element, look)),
    ...roles.flatMap((role) => unlike(role, shown.all, look)),
    ...hiddenFocus(look),
  ];
}

/** `[theme: what is wrong]` for the story that is shown; each thing once. */
globalThis.walkThemes = function walkThemes(root, themes, roles) {
  const page = document.documentElement;
  const all = [...everything(root)].filter(
    (element) => element.getRootNode() !== document && isSeen(element),
  );
  const on = all.filter((element) => !isOff(element));
  const shown = {
    all: on,
    texts: on.filter(hasText),
    edges: on.filter((element) =>
      element.matches(
        'input:not([type="checkbox"], [type="radio"], [type="range"], [type="file"]), textarea, select, .button:not(.quiet), .choice.pill',
      ),
    ),
    icons: on.filter((element) => element.matches('svg.icon')),
  };
  on.find((element) => element.matches('button.button'))?.focus({ preventScroll: true });
  const found = themes.flatMap((theme) => {
    page.classList.add(theme);
    const problems = new Set(problemsIn(shown, roles));
    page.classList.remove(theme);
    return [...problems].map((problem) => `${theme}: ${problem}`);
  });
  return found;
};
