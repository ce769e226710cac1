/** Texts that every widget has. A widget's own texts stand beside them; a page can override both. */
export const nl = {
  failures: {
    offline: 'Je hebt nu geen internet.',
    unreachable: 'We krijgen geen contact. Probeer het zo nog eens.',
    timeout: 'Het duurt te lang. Probeer het zo nog eens.',
    busy: 'Het is nu erg druk. Probeer het over een paar minuten nog eens.',
    later: ({ time }: { time: string }) => `Het is nu erg druk. Probeer het na ${time} nog eens.`,
    invalid: 'Er klopt nog iets niet. Controleer het en probeer het opnieuw.',
    refused: 'Dit lukt hier niet. Bel of mail ons.',
    gone: 'Dit is er niet meer. Laad de pagina opnieuw.',
    conflict: 'Dit kan nu niet meer, want er is intussen iets veranderd. Laad de pagina opnieuw.',
    'too-big': 'Dit is te groot om te versturen. Maak het kleiner.',
    unsupported: 'Dit soort bestand kunnen we niet gebruiken. Kies een ander bestand.',
    unreadable: 'Er ging iets mis bij het laden. Probeer het later nog eens.',
    server: 'Er ging bij ons iets mis. Probeer het later nog eens.',
    aborted: 'Gestopt. Je kunt het opnieuw proberen.',
  },
};

export type CoreMessages = typeof nl;
