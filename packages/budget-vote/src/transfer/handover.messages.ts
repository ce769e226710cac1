/** The Dutch texts of taking a choice to another device. */
export const nl = {
  lead: 'Scan deze code met je andere apparaat, of open daar de link. Je keuze staat er dan klaar.',
  without: 'Je code uit de brief zit er niet in. Die vul je daar zelf in.',
  whoever: 'Wie de link heeft, ziet je keuze.',
  picture: 'QR-code met de link naar je keuze',
  link: 'De link',
  copy: 'Kopieer de link',
  copied: 'De link is gekopieerd.',
  notCopied: 'Kopiëren lukt hier niet. Kopieer de link zelf uit het veld.',
};

export type HandoverMessages = typeof nl;
