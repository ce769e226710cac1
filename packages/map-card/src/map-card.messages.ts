import { statusesNl } from '@buurt/core/messages/statuses.nl.js';

/** The Dutch texts. Values in a text are named, so that a page can override it. */
export const nl = {
  loading: 'De kaart komt eraan …',
  partFailed: 'Dit deel kon niet laden.',
  retry: 'Probeer opnieuw',

  title: ({ name }: { name: string }) => `${name} op de kaart`,
  titleOfOne: 'De buurt op de kaart',
  titleOfSeveral: 'De buurten op de kaart',
  failed: 'De kaart laadt nu niet.',
  placesFailed: 'De initiatieven laden nu niet.',
  from: ({ time }: { time: string }) => `Dit is de kaart van ${time}.`,
  unread: ({ count }: { count: number }) =>
    count === 1 ? '1 initiatief konden we niet lezen.' : `${count} initiatieven konden we niet lezen.`,

  map: 'Initiatieven op de kaart',
  arrows: 'Met de pijltjes ga je van de ene plek naar de andere.',
  pin: ({ title, status, count }: { title: string; status: string; count: number }) =>
    `${title}, ${status.toLowerCase()}, ${count === 1 ? '1 buur steunt' : `${count} buren steunen`} dit`,
  cluster: ({ count }: { count: number }) => `${count} initiatieven dicht bij elkaar`,
  areaPin: ({ name, count }: { name: string; count: number }) =>
    count === 1 ? `${name}, 1 initiatief` : `${name}, ${count} initiatieven`,
  clusterOfAreas: ({ count }: { count: number }) => `${count} buurten dicht bij elkaar`,
  statuses: statusesNl,

  figures: {
    households: ({ count }: { count: number }): string => (count === 1 ? 'huishouden' : 'huishoudens'),
    initiatives: ({ count }: { count: number }): string => (count === 1 ? 'initiatief' : 'initiatieven'),
    neighbours: ({ count }: { count: number }): string => (count === 1 ? 'buur doet mee' : 'buren doen mee'),
    grantedCents: 'toegekend',
    spentCents: 'uitgegeven',
    source: ({ source, when }: { source: string; when: string }) => `Bron: ${source}, ${when}`,
    counted: ({ when }: { when: string }) => `Geteld op ${when}`,
  },

  legend: 'Wat wil je zien?',
  option: ({ status, count }: { status: string; count: number }) => `${status} (${count})`,
  all: 'Toon alles',
  found: ({ count, of }: { count: number; of: number }) =>
    count === of
      ? count === 1
        ? '1 initiatief op de kaart'
        : `${count} initiatieven op de kaart`
      : `${count} van ${of} initiatieven op de kaart`,
  newest: ({ count }: { count: number }) => `Dit zijn de nieuwste ${count}. Er zijn er meer.`,
  none: 'Er staan nog geen initiatieven op de kaart.',
  nothingFound: 'Daarvan staat niets op de kaart.',
  withoutPlace: ({ count }: { count: number }) =>
    count === 1
      ? '1 initiatief heeft geen vaste plek. Dat staat niet op de kaart.'
      : `${count} initiatieven hebben geen vaste plek. Die staan niet op de kaart.`,
  list: ({ count }: { count: number }) => `Alles op de kaart als lijst (${count})`,
  listOfAreas: ({ count }: { count: number }) => `De buurten als lijst (${count})`,
  initiatives: ({ count }: { count: number }) => (count === 1 ? '1 initiatief' : `${count} initiatieven`),
  supporters: ({ count }: { count: number }) =>
    count === 1 ? '1 buur steunt dit' : `${count} buren steunen dit`,
  read: 'Lees meer',
  close: 'Sluit',

  explore: 'Verken de kaart',
  exploreHint: ({ host }: { host: string }) =>
    host ? `Je ziet dan een gedetailleerde kaart (van ${host}).` : 'Je ziet dan een gedetailleerde kaart.',
  exploreFailed: 'De gedetailleerde kaart laadt nu niet. Je houdt de gewone kaart.',

  exploring: {
    controls: 'De kaart bewegen',
    nearer: 'Dichterbij',
    further: 'Verder weg',
    north: 'Naar het noorden',
    east: 'Naar het oosten',
    south: 'Naar het zuiden',
    west: 'Naar het westen',
    whole: 'Hele buurt',
    leave: 'Terug naar de gewone kaart',
    layer: 'Achtergrond',
    layers: { grijs: 'Grijs', standaard: 'Kleur' },
    fingers: 'Beweeg de kaart met twee vingers.',
    wheel: 'Houd Ctrl ingedrukt om te zoomen.',
    failed: 'De achtergrond laadt nu niet. Je houdt de gewone kaart.',
  },
};

export type MapCardMessages = typeof nl;
