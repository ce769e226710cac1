/**
 * Shows how widgets look on paper or in forced colours, on a page that is on a screen: the rules that their own styles
 * have for it are made to hold. The rest of forced colours, which is the browser's, comes from tokens.
 */
import type { Choice } from './choice.js';

export type ImitatedMedium = 'print' | 'forced-colors';

/** The condition of a rule while a medium is imitated; undefined when it says nothing of it. */
export function imitatedCondition(condition: string, medium: ImitatedMedium): string | undefined {
  const imitated =
    medium === 'print'
      ? condition
          .replace(/\bnot print\b/g, 'not all')
          .replace(/\bonly print\b|\bprint\b/g, 'all')
          .replace(/\bonly screen\b|\bscreen\b/g, 'not all')
      : condition
          .replace(/\(forced-colors: active\)/g, '(width >= 0px)')
          .replace(/\(forced-colors: none\)/g, '(width < 0px)');
  return imitated === condition ? undefined : imitated;
}

const sheetsIn = (root: ParentNode): readonly CSSStyleSheet[] =>
  [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? [...shadowRoot.adoptedStyleSheets, ...sheetsIn(shadowRoot)] : [],
  );

const mediaRulesIn = (rules: CSSRuleList): readonly CSSMediaRule[] =>
  [...rules].flatMap((rule) => [
    ...(rule instanceof CSSMediaRule ? [rule] : []),
    ...('cssRules' in rule ? mediaRulesIn(rule.cssRules as CSSRuleList) : []),
  ]);

/** Makes the rules for a medium hold for all elements within; gives what makes an end of it. */
export function imitate(root: ParentNode, medium: ImitatedMedium): () => void {
  const changed = new Map<CSSMediaRule, string>();
  for (const sheet of new Set(sheetsIn(root)))
    for (const rule of mediaRulesIn(sheet.cssRules)) {
      const condition = rule.media.mediaText;
      const imitated = imitatedCondition(condition, medium);
      if (imitated === undefined) continue;
      changed.set(rule, condition);
      rule.media.mediaText = imitated;
    }
  return () => {
    for (const [rule, condition] of changed) rule.media.mediaText = condition;
  };
}

/** What Windows makes of the colours in its theme "Night sky", as near as tokens come to it. */
export const forcedColours: Choice = {
  '--buurt-brand': '#8ee3f0',
  '--buurt-color-action': '#000',
  '--buurt-color-on-action': '#fff',
  '--buurt-color-action-hover': '#000',
  '--buurt-color-action-active': '#000',
  '--buurt-color-link': '#8ee3f0',
  '--buurt-color-tint': '#000',
  '--buurt-color-surface': '#000',
  '--buurt-color-surface-soft': '#000',
  '--buurt-color-text': '#fff',
  '--buurt-color-text-muted': '#fff',
  '--buurt-color-error': '#fff',
  '--buurt-color-ok': '#fff',
  '--buurt-color-warning': '#fff',
  '--buurt-heading-color': '#fff',
  '--buurt-color-line': '#fff',
  '--buurt-control-border-color': '#fff',
  '--buurt-control-background-color': '#000',
  '--buurt-control-color': '#fff',
  '--buurt-button-fill': '0%',
  '--buurt-shadow': 'none',
  '--buurt-color-focus': '#d6b4fd',
};
