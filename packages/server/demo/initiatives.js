// Shows what residents published, from the same API as the widgets. Everything from the server is a text or a
// checked address, never markup.

const statuses = {
  new: 'Nieuw',
  onBallot: 'Op het stembiljet',
  granted: 'Krijgt budget',
  underway: 'Bezig',
  done: 'Gelukt',
  declined: 'Gaat niet door',
};
const kinds = { time: 'tijd', skill: 'talent', tools: 'spullen', space: 'ruimte', network: 'contacten' };
const promiseStates = { open: 'loopt', kept: 'gedaan', late: 'te laat', broken: 'niet gedaan' };

const euros = new Intl.NumberFormat('nl-NL', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
});
const days = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric' });
const day = (iso) => days.format(new Date(iso));

/** An element with attributes and children; a child that is a text stays a text, `undefined` is left out. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(key, String(value));
  made.append(...children.flat().filter((child) => child !== undefined));
  return made;
}

/** A text of a resident: line breaks stay, and a direction of writing does not leak out. */
const words = (name, text) => element(name, { class: 'words', dir: 'auto' }, text);

async function read(address) {
  const answer = await fetch(address, { credentials: 'omit', headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${address.pathname} gave ${answer.status}`);
  return { json: await answer.json(), next: nextPage(answer.headers.get('Link'), answer.url) };
}

function nextPage(link, base) {
  const [, address] = link?.match(/<([^>]+)>;\s*rel="?next"?/) ?? [];
  return address && new URL(address, base);
}

function picture({ alt, sources }, endpoint, { sizes, name }) {
  const address = ({ url }) => new URL(url, endpoint).href;
  const widest = sources.at(-1);
  if (!widest) return undefined;
  return element('img', {
    class: name,
    alt,
    loading: 'lazy',
    sizes,
    srcset: sources.map((source) => `${address(source)} ${source.width}w`).join(', '),
    src: address(widest),
    width: widest.width,
    height: widest.height,
  });
}

const counted = (count, one, more) => (count === 1 ? `1 ${one}` : `${count} ${more}`);

const supported = ({ supportCount }) =>
  supportCount > 0 ? [counted(supportCount, 'buur steunt dit', 'buren steunen dit')] : [];
const joined = ({ offerCount }) =>
  offerCount > 0 ? [counted(offerCount, 'buur doet mee', 'buren doen mee')] : [];

const company = (initiative) =>
  element(
    'p',
    { class: 'joined' },
    [...supported(initiative), ...joined(initiative)].map((text) => element('span', {}, text)),
  );

const tags = ({ status, theme, place }, themes) =>
  element(
    'p',
    { class: 'tags' },
    element('span', { class: 'status', 'data-status': status }, statuses[status] ?? status),
    theme ? element('span', {}, themes.get(theme) ?? theme) : undefined,
    place?.address ? words('span', place.address) : undefined,
  );

function fact(label, value) {
  if (!value || (Array.isArray(value) && value.length === 0)) return [];
  return [
    element('dt', {}, label),
    typeof value === 'string' ? words('dd', value) : element('dd', {}, value),
  ];
}

const costText = ({ minCents, maxCents }) =>
  minCents === maxCents
    ? euros.format(maxCents / 100)
    : `${euros.format(minCents / 100)} tot ${euros.format(maxCents / 100)}`;

const brought = (offers) =>
  Object.entries(offers)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kinds[kind] ?? kind} (${count})`)
    .join(', ');

const promise = ({ who, what, by, state, grantedCents, spentCents }) =>
  element(
    'li',
    {},
    words('span', `${who}: ${what}`),
    ` – voor ${day(by)}, ${promiseStates[state] ?? state}`,
    grantedCents === null ? undefined : `; ${euros.format(grantedCents / 100)} toegezegd`,
    spentCents === null ? undefined : `, ${euros.format(spentCents / 100)} uitgegeven`,
  );

const message = ({ at, text }) => element('li', {}, `${day(at)}: `, words('span', text));

const listed = (title, entries) =>
  entries.length === 0 ? [] : [element('h4', {}, title), element('ul', {}, entries)];

/** Everything that anybody may see of one initiative. */
function whole(initiative, endpoint) {
  const { story, statusReason, initiator, assets, joiners, needs, offers, cost, photos, answers } =
    initiative;
  return element(
    'div',
    { class: 'full' },
    words('p', story),
    element(
      'div',
      { class: 'gallery' },
      photos.map((photo) => picture(photo, endpoint, { sizes: '12rem' })),
    ),
    element(
      'dl',
      {},
      fact('Waarom deze uitkomst', statusReason),
      fact('Van', initiator),
      fact('Wat is er al?', assets),
      fact('Wie kan meedoen?', joiners),
      fact('Gevraagd aan buren', needs.map((kind) => kinds[kind] ?? kind).join(', ')),
      fact('Buren brengen al', brought(offers)),
      fact('Wat het ongeveer kost', cost && costText(cost)),
      answers.map(({ question, answer }) => fact(question, answer)),
    ),
    listed('Afspraken', initiative.promises.map(promise)),
    listed('Nieuws', initiative.news.map(message)),
  );
}

/** "Lees meer", that fetches the rest when it is opened. */
function more({ id, title }, endpoint) {
  const summary = element('summary', { 'aria-label': `Lees meer: ${title}` }, 'Lees meer');
  const details = element('details', {}, summary);
  const fill = async () => {
    if (!details.open) return;
    details.removeEventListener('toggle', fill);
    try {
      const { json } = await read(new URL(`initiatives/${encodeURIComponent(id)}`, endpoint));
      details.append(whole(json, endpoint));
    } catch (error) {
      console.error(error);
      details.addEventListener('toggle', fill);
      details.open = false;
      summary.textContent = 'Dit lukt nu niet. Probeer het nog eens.';
    }
  };
  details.addEventListener('toggle', fill);
  return details;
}

const card = (initiative, { endpoint, themes }) =>
  element(
    'li',
    { class: 'card initiative', id: `initiatief-${initiative.id}` },
    (initiative.photo &&
      picture(initiative.photo, endpoint, {
        sizes: '(min-width: 60rem) 24rem, 100vw',
        name: 'picture',
      })) ??
      element('div', { class: 'picture scene' }),
    element(
      'div',
      { class: 'card-text' },
      tags(initiative, themes),
      element('h3', { dir: 'auto' }, initiative.title),
      words('p', initiative.excerpt),
      company(initiative),
      more(initiative, endpoint),
    ),
  );

const brief = (initiative, { page }) =>
  element(
    'li',
    {},
    element('a', { href: `${page}#initiatief-${initiative.id}`, dir: 'auto' }, initiative.title),
    element('p', { class: 'soft small' }, [day(initiative.publishedAt), ...supported(initiative)].join(', ')),
  );

const looks = { cards: { list: 'cards', entry: card }, brief: { list: 'brief', entry: brief } };

/** The names of the themes in this buurt; without them the cards do without. */
async function themesOf(buurt, endpoint) {
  try {
    const { json } = await read(new URL(`buurten/${buurt}/settings`, endpoint));
    return new Map(json.idea.themes.map(({ id, name }) => [id, name.nl]));
  } catch (error) {
    console.error(error);
    return new Map();
  }
}

function moreButton(address, show) {
  const button = element('button', { class: 'button more', type: 'button' }, 'Toon meer');
  button.addEventListener('click', () => {
    button.remove();
    void show(address);
  });
  return button;
}

async function start(place) {
  const { initiatives: look, buurt, most } = place.dataset;
  const endpoint = new URL(`${place.dataset.endpoint}/`, document.baseURI);
  const { list, entry } = looks[look];
  const shown = element('ul', { class: list });
  const count = element('p', { role: 'status' }, 'De initiatieven komen eraan …');
  place.replaceChildren(count, shown);
  const themes = look === 'cards' ? await themesOf(buurt, endpoint) : new Map();
  const surroundings = { endpoint, themes, page: `${location.pathname.replace(/\/$/, '')}/initiatieven` };

  const show = async (address) => {
    try {
      const { json, next } = await read(address);
      const entries = json.initiatives.map((initiative) => entry(initiative, surroundings));
      const first = shown.children.length === 0 ? undefined : entries[0]?.querySelector('summary');
      shown.append(...entries);
      count.textContent =
        json.total === 0
          ? 'Nog niets. Jouw idee kan het eerste zijn.'
          : counted(json.total, 'initiatief', 'initiatieven');
      count.hidden = look === 'brief' && json.total > 0;
      if (next && look === 'cards') place.append(moreButton(next, show));
      first?.focus();
    } catch (error) {
      console.error(error);
      count.textContent = 'De initiatieven laden nu niet. ';
      place.append(moreButton(address, show));
    }
  };
  await show(new URL(`buurten/${buurt}/initiatives?sort=new&limit=${most}`, endpoint));
  if (look === 'cards' && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

for (const place of document.querySelectorAll('[data-initiatives]')) void start(place);
