import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Locale } from '@buurt/domain/wire/locale.js';
import { localeOfVisitor, showSmallPage } from '../http/small-page.js';

const nl = {
  back: 'Terug naar inloggen',
  again: {
    title: 'Inloggen lukte niet',
    text: 'Het duurde te lang, of je begon in een ander venster. Ga terug en log opnieuw in.',
  },
  refused: {
    title: 'Inloggen lukte niet',
    text: 'Het antwoord van je werkaccount klopte niet. Ga terug en probeer het nog eens. Lukt het weer niet? Vraag dan je beheerder om hulp.',
  },
  denied: {
    title: 'Je bent niet ingelogd',
    text: 'Je werkaccount gaf geen toestemming. Ga terug en probeer het nog eens. Lukt het weer niet? Vraag dan je beheerder om hulp.',
  },
  unavailable: {
    title: 'Inloggen kan nu even niet',
    text: 'We kunnen je werkaccount nu niet bereiken. Probeer het over een paar minuten nog eens.',
  },
  noRole: {
    title: 'Je hebt hier nog geen rol',
    text: 'Je werkaccount klopt, maar je mag hier nog niets. Vraag je beheerder om een rol. Log daarna opnieuw in.',
  },
  noEmail: {
    title: 'We missen je mailadres',
    text: 'Je werkaccount gaf ons geen mailadres dat is bevestigd. Vraag je beheerder om dat te regelen. Log daarna opnieuw in.',
  },
  emailTaken: {
    title: 'Je mailadres is al in gebruik',
    text: 'Iemand met een ander werkaccount gebruikt hier dit mailadres. Vraag je beheerder om dat te herstellen.',
  },
  removed: {
    title: 'Je toegang is beëindigd',
    text: 'Een beheerder heeft je toegang gestopt. Klopt dat niet? Vraag je beheerder om je opnieuw uit te nodigen.',
  },
};
const en: typeof nl = {
  back: 'Back to log in',
  again: {
    title: 'You are not logged in',
    text: 'It took too long, or you began in another window. Go back and log in again.',
  },
  refused: {
    title: 'You are not logged in',
    text: 'The answer of your work account was not right. Go back and try again. If it still fails, ask your operator for help.',
  },
  denied: {
    title: 'You are not logged in',
    text: 'Your work account did not give permission. Go back and try again. If it still fails, ask your operator for help.',
  },
  unavailable: {
    title: 'You cannot log in right now',
    text: 'We cannot reach your work account. Try again in a few minutes.',
  },
  noRole: {
    title: 'You have no role here yet',
    text: 'Your work account is right, but you may not do anything here yet. Ask your operator for a role. Then log in again.',
  },
  noEmail: {
    title: 'Your e-mail address is missing',
    text: 'Your work account gave us no verified e-mail address. Ask your operator to arrange that. Then log in again.',
  },
  emailTaken: {
    title: 'Your e-mail address is in use',
    text: 'Somebody with another work account uses this address here. Ask your operator to mend that.',
  },
  removed: {
    title: 'Your access has ended',
    text: 'An operator ended your access. Is that not right? Ask your operator to invite you again.',
  },
};
const texts: Readonly<Record<Locale, typeof nl>> = { nl, en };

/** Why somebody did not come in. */
export type LoginFailure = Exclude<keyof typeof nl, 'back'>;

/** Says why somebody is not logged in, and what they can do. */
export async function showLoginFailure(
  c: Context,
  failure: LoginFailure,
  deskUrl: string,
): Promise<Response> {
  const locale = localeOfVisitor(c);
  const { [failure]: words, back } = texts[locale];
  const body = html`<p>${words.text}</p>
    <p><a href="${deskUrl}">${back}</a></p>`;
  const status = failure === 'unavailable' ? 503 : failure === 'again' ? 400 : 403;
  const answer = await showSmallPage(c, { title: words.title, body, locale }, status);
  // The address can hold a code.
  answer.headers.set('Referrer-Policy', 'no-referrer');
  return answer;
}
