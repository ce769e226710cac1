import { shortDate } from '@buurt/core/messages/format.js';
import type { IdeaReceipt } from '@buurt/domain/ideas/receipt.js';
import { toNewIdea } from '../new-idea.js';
import { costText } from '../steps/together-step.js';
import { answered, themeNameOf, type StepView } from '../step-view.js';
import { labelOf } from '../view.js';

/** The idea as a text that a resident keeps or prints, with the number to ask after it. */
export function copyText(
  view: StepView,
  { reference, receivedAt }: Pick<IdeaReceipt, 'reference' | 'receivedAt'>,
  /** The link of the maker. */
  page: string | undefined,
): string {
  const { draft, settings, t, locale } = view;
  const { place, cost } = toNewIdea(draft, settings);
  const kinds = (chosen: typeof draft.needs) => chosen.map((kind) => t.kinds[kind].name).join(', ');
  const lines: readonly (readonly [string, string | undefined])[] = [
    [labelOf(view, 'story'), draft.story],
    [labelOf(view, 'theme'), themeNameOf(view)],
    [
      labelOf(view, 'place'),
      place === null ? t.preview.noPlace : place && (place.address ?? t.preview.pointed),
    ],
    [labelOf(view, 'assets'), draft.assets],
    [labelOf(view, 'joiners'), draft.joiners],
    [labelOf(view, 'needs'), kinds(draft.needs)],
    [labelOf(view, 'offers'), kinds(draft.offers)],
    [labelOf(view, 'cost'), cost ? costText(cost, view) : cost === null ? t.cost.unknown : ''],
    [labelOf(view, 'name'), draft.name],
    ...answered(view).map(({ label, answer }) => [label, answer] as const),
  ];
  return [
    draft.title.trim(),
    `${t.sent.number}: ${reference} (${shortDate(receivedAt, locale)})`,
    ...(page === undefined ? [] : [page]),
    ...lines.filter(([, text]) => text?.trim()).map(([label, text = '']) => `${label}\n${text.trim()}`),
  ].join('\n\n');
}
