import { html, type TemplateResult } from 'lit';
import type { BuurtApi } from '@buurt/core/http/api.js';
import type { BuurtNeighbourForm } from '@buurt/core/join/buurt-neighbour-form.js';
import type { OfferKind } from '@buurt/domain/initiatives/initiative.js';
import type { View } from './view.js';

export interface NeighbourForm {
  readonly client: BuurtApi | undefined;
  readonly kind: BuurtNeighbourForm['kind'];
  readonly about: BuurtNeighbourForm['about'];
  readonly headingLevel: number;
  readonly onSent?: (event: CustomEvent<{ readonly kinds: readonly OfferKind[] }>) => void;
  readonly onClosed: () => void;
}

/** The code of the form; it comes when somebody wants to fill one in. */
export const formCode = (): Promise<unknown> => import('@buurt/core/join/buurt-neighbour-form.js');

export const neighbourForm = (view: View, form: NeighbourForm): TemplateResult =>
  html`<buurt-neighbour-form
    exportparts="heading, field, label, input, choice, problem, error-summary, notice, actions"
    .client=${form.client}
    .kind=${form.kind}
    .about=${form.about}
    .failures=${view.t}
    .headingLevel=${form.headingLevel}
    .locale=${view.locale}
    .ownTexts=${view.ownTexts}
    @sent=${form.onSent}
    @closed=${form.onClosed}
  ></buurt-neighbour-form>`;

const longest = 1000;

/** The address to which mails lead back: of this site, as a server refuses any other, and not too long for it. */
export function mailPage(href = location.href): string | undefined {
  const { origin, protocol, href: page } = new URL(href, document.baseURI);
  const own = origin === location.origin && protocol.startsWith('http');
  return own && page.length <= longest ? page : undefined;
}
