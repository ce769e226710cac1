import type { Compass } from '@buurt/domain/geo/relative-location.js';

const numbers = (unit: 'meter' | 'kilometer') =>
  new Intl.NumberFormat('nl-NL', { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 });

const sides: Readonly<Record<Compass, string>> = {
  north: 'noord',
  northeast: 'noordoost',
  east: 'oost',
  southeast: 'zuidoost',
  south: 'zuid',
  southwest: 'zuidwest',
  west: 'west',
  northwest: 'noordwest',
};

/** The article by the last part of the name; without one where it can be either, or where the name is no such word. */
function withArticle(street: string): string {
  if (/(?:pad|plein|park|erf|plantsoen|veld|eiland|je)$/i.test(street)) return `het ${street}`;
  const isDe =
    /(?:straat|laan|weg|kade|gracht|dijk|singel|steeg|dreef|markt|brink|baan|wal|haven|brug|lei|allee|ring|gang|boulevard)$/i;
  return isDe.test(street) ? `de ${street}` : street;
}

/** The Dutch texts; they set which texts there are. */
export const nl = {
  group: 'De plek van je idee',
  required: 'verplicht',
  search: 'Adressen zoeken lukt nu niet. Wijs de plek aan op de kaart.',
  here: {
    button: 'Gebruik mijn locatie',
    busy: 'We zoeken waar je bent …',
    refused: 'Je locatie staat uit. Geen probleem: wijs de plek aan op de kaart.',
    unavailable: 'We kunnen niet zien waar je bent. Wijs de plek aan op de kaart.',
    timeout: 'Het duurt te lang om te zien waar je bent. Wijs de plek aan op de kaart.',
    rough: ({ distance }: { distance: string }) =>
      `Je bent ongeveer hier, het kan ${distance} schelen. Schuif de speld als het niet klopt.`,
  },
  map: {
    label: 'Kaart van de buurt',
    loading: 'De kaart komt eraan …',
    failed: 'De kaart laadt niet. Je kunt de plek wel op een andere manier kiezen, of dit overslaan.',
    retry: 'Probeer opnieuw',
    hint: 'Tik op de plek. Of gebruik de pijltjes en druk op Enter.',
    move: 'Schuif de speld',
    directions: {
      north: 'Naar het noorden',
      east: 'Naar het oosten',
      south: 'Naar het zuiden',
      west: 'Naar het westen',
    },
  },
  nowhere: 'Mijn idee heeft geen vaste plek',
  chosen: 'Gekozen plek',
  remove: 'Verwijder',
  removed: 'De plek is weg.',
  somewhere: 'Een plek op de kaart',
  middle: 'Midden in de buurt',
  within: ({ side, distance }: { side: Compass; distance: string }) =>
    `In het ${sides[side]}en van de buurt, ${distance} van de rand`,
  near: ({ street }: { street: string }) => `Bij ${withArticle(street)}`,
  edge: ({ side }: { side: Compass }) => `Op de rand van de buurt, aan de ${sides[side]}kant`,
  outside: ({ side, distance }: { side: Compass; distance: string }) =>
    `Dit ligt buiten de buurt: ${distance} over de grens, aan de ${sides[side]}kant.`,
  mend: 'Kies een plek binnen de lijn, of “Mijn idee heeft geen vaste plek”.',
  distance: ({ metres }: { metres: number }) =>
    metres < 1000 ? numbers('meter').format(metres) : numbers('kilometer').format(metres / 1000),
};

export type PlaceMessages = typeof nl;
