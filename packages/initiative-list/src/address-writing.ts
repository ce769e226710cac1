import { names, wishOf, type Start, type Wish } from './wish.js';

const sortWord = ({ sort, seed }: Wish): string => (sort === 'random' ? `random.${String(seed)}` : sort);

/** A wish as an address tells it. */
const told = (wish: Wish): Readonly<Record<keyof typeof names, string>> => ({
  status: wish.status.join(','),
  theme: wish.theme.join(','),
  words: wish.words.trim(),
  sort: sortWord(wish),
  shown: wish.shown > 0 ? String(wish.shown) : '',
  open: wish.open,
});

/** What must stand in the address for this wish: only what differs from what the attributes say. */
function parts(name: string, start: Start, wish: Wish): string[] {
  const usual = wishOf(start, new Map());
  const without = told({ ...usual, seed: wish.seed });
  // Where somebody is, is nobody else's business: a link shows the usual order.
  const asked = told(wish.sort === 'near' ? { ...wish, sort: usual.sort } : wish);
  return Object.entries(names)
    .filter(([key]) => asked[key as keyof Wish & keyof typeof names] !== without[key as keyof typeof names])
    .map(([key, word]) => {
      const value = asked[key as keyof typeof names];
      return `${encodeURIComponent(`${name}-${word}`)}=${encodeURIComponent(value).replaceAll('%2C', ',')}`;
    });
}

/** The address of this page with another wish of one list; all that others wrote in it stays, letter for letter. */
export function addressOf(name: string, start: Start, wish: Wish): string {
  const own = `${encodeURIComponent(name)}-`;
  const words: readonly string[] = Object.values(names);
  const isOwn = (part: string) =>
    part.startsWith(own) && words.includes(part.slice(own.length).split('=', 1)[0] ?? '');
  const others = location.search
    .slice(1)
    .split('&')
    .filter((part) => part && !isOwn(part));
  // Whole, with its host: a path of two slashes alone would name another one.
  const address = new URL(location.href);
  address.search = [...others, ...parts(name, start, wish)].join('&');
  return address.href;
}
