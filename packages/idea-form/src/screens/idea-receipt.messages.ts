export const nl = {
  page: 'Open je eigen pagina',
  pageWhy:
    'Daar zie je wie wil meedoen, en vertel je hoe het gaat. Bewaar de link, en geef hem aan niemand: wie hem heeft, kan dat ook.',
  refresh: 'Kijk opnieuw',
  stateFailed: 'We kunnen nu niet zien hoe het ervoor staat. Kijk later nog eens.',
  copy: 'Bewaar een kopie',
  copyName: 'mijn-idee',
};

export type IdeaReceiptMessages = typeof nl;
