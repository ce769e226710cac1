import { html, type TemplateResult } from 'lit';

const place = '\u0000';

/** A sentence around what somebody else wrote, whose direction of writing does not go on behind it. */
export function isolated(sentence: (words: string) => string, words: string): TemplateResult {
  const [before = '', after = ''] = sentence(place).split(place);
  return html`${before}<bdi>${words}</bdi>${after}`;
}
