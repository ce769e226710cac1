/** The Dutch texts; they set which texts there are. */
export const nl = {
  label: 'Zoek een straat of adres',
  button: 'Zoek',
  busy: 'Even zoeken …',
  empty: 'Schrijf eerst een straat of adres.',
  found: ({ count }: { count: number }) =>
    count === 1
      ? '1 adres gevonden. Kies het hieronder.'
      : `${String(count)} adressen gevonden. Kies er een.`,
  elsewhere: 'Niet gevonden in deze buurt. Dit lijkt erop.',
  none: ({ asked }: { asked: string }) =>
    `Niets gevonden voor “${asked}”. Schrijf het anders, of wijs de plek aan op de kaart.`,
  failed: 'Zoeken lukt nu niet. Wijs de plek aan op de kaart, of zoek zo nog eens.',
  offline: 'Je hebt nu geen internet. Wijs de plek aan op de kaart.',
  nowhere: ({ address }: { address: string }) =>
    `We weten niet waar “${address}” ligt. Wijs de plek aan op de kaart.`,
  setup: ({ address }: { address: string }) =>
    `Voor de beheerder van deze site: “${address}” is geen webadres. Verbeter address-endpoint.`,
};

export type AddressSearchMessages = typeof nl;
