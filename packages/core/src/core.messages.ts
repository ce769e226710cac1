/** Texts that every widget has. A widget's own texts stand beside them; a page can override both. */
export const nl = {
  failures: {
    offline: 'Je hebt nu geen internet.',
    unreachable: 'We krijgen geen contact. Probeer het zo nog eens.',
    timeout: 'Het duurt te lang. Probeer het zo nog eens.',
    busy: 'Het is nu erg druk. Probeer het over een paar minuten nog eens.',
    later: ({ time }: { time: string }) => `Het is nu erg druk. Probeer het na ${time} nog eens.`,
    invalid: 'Er klopt nog iets niet.',
    refused: 'Dit mag hier niet. Vraag het de beheerder van deze site.',
    gone: 'Dit bestaat niet meer.',
    conflict: 'Dit kan nu niet meer, want er is intussen iets veranderd.',
    'too-big': 'Dit is te groot om te versturen.',
    unsupported: 'Dit soort bestand kunnen we niet gebruiken.',
    unreadable: 'We begrijpen het antwoord niet. Probeer het later nog eens.',
    server: 'Er ging bij ons iets mis. Probeer het later nog eens.',
    aborted: 'Gestopt.',
  },
};

export type CoreMessages = typeof nl;
