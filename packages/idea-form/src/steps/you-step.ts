import { html, nothing, type TemplateResult } from 'lit';
import { fieldsOf, ownText, problemLine } from '../fields.js';
import { lockIcon } from '@buurt/core/icons/icons.js';
import { eyeIcon } from '../icons.js';
import { organisationOf, type StepView } from '../step-view.js';

const seen = ({ t }: StepView) => html`${eyeIcon} ${t.seen}`;
const unseen = (view: StepView) =>
  html`${lockIcon} ${view.t.unseen}. ${view.t.onlyFor({ organisation: organisationOf(view) })}`;

/** Only a web address is a link; the settings come from a server. */
function privacyLink({ settings, t }: StepView) {
  const { privacyUrl = '' } = settings.organisation;
  return /^https?:\/\//i.test(privacyUrl)
    ? html` <a href=${privacyUrl} target="_blank" rel="noopener noreferrer">${t.privacy}</a>`
    : nothing;
}

const consent = (view: StepView): TemplateResult =>
  html`<div class="field consent" part="field consent">
    ${problemLine(view, 'consent')}
    <label class="choice check">
      <input
        type="checkbox"
        id="consent"
        .checked=${view.draft.consent}
        aria-invalid=${view.wrong.has('consent') ? 'true' : nothing}
        aria-describedby="${view.wrong.has('consent') ? 'consent-problem ' : ''}consent-hint"
        @change=${({ target }: Event) => view.edit({ consent: (target as HTMLInputElement).checked })}
      />
      <span>${view.t.consent({ organisation: organisationOf(view) })}</span>
    </label>
    <p class="hint" id="consent-hint">
      ${view.t.consentKept({ days: view.settings.contactKeptDays })}${privacyLink(view)}
    </p>
  </div>`;

/** Who are you: what is seen by whom stands at each field. */
export const youStep = (view: StepView): TemplateResult => html`
  ${fieldsOf(view, 'you', {
    name: ownText<StepView>('name', { autocomplete: 'name', note: seen }),
    email: ownText<StepView>('email', {
      type: 'email',
      autocomplete: 'email',
      inputmode: 'email',
      note: unseen,
    }),
    phone: ownText<StepView>('phone', { type: 'tel', autocomplete: 'tel', inputmode: 'tel', note: unseen }),
  })}
  ${consent(view)}
`;
