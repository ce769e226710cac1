export const nl = {
  offered: ({ date }: { date: string }) => `Je wilt meedoen. Dat stuurde je op ${date} vanaf dit apparaat.`,
  withdraw: 'Trek mijn aanbod in',
  withdrawing: 'Even geduld …',
  means: 'Kun je toch niet? Trek het in. Dan wissen we je naam, hoe je te bereiken bent en wat je schreef.',
  withdrawn: 'Je aanbod is ingetrokken. Je naam, hoe je te bereiken bent en wat je schreef, zijn gewist.',
  failed: 'Je aanbod is nog niet ingetrokken.',
};

export type OwnOffersMessages = typeof nl;
