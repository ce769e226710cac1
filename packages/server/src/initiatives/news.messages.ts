const nl = {
  subject: (title: string) => `Nieuws over ${title}`,
  statuses: {
    new: 'Dit initiatief staat weer bij de nieuwe ideeën.',
    onBallot: 'De buurt kan stemmen over dit initiatief.',
    granted: 'Dit initiatief krijgt geld.',
    underway: 'Er wordt aan gewerkt.',
    done: 'Het is klaar.',
    declined: 'Dit initiatief gaat niet door.',
  },
  makerStops: 'De bedenker stopt met dit initiatief.',
};

const en: typeof nl = {
  subject: (title) => `News about ${title}`,
  statuses: {
    new: 'This initiative is among the new ideas again.',
    onBallot: 'The neighbourhood can vote on this initiative.',
    granted: 'This initiative gets money.',
    underway: 'It is being worked on.',
    done: 'It is done.',
    declined: 'This initiative does not go ahead.',
  },
  makerStops: 'The person behind this initiative stops.',
};

/** Around what is told of an initiative: news itself stays in the language in which somebody wrote it. */
export const newsMessages = { nl, en };
