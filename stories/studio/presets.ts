import type { Choice } from './choice.js';

/** A look to begin with: values of a few tokens, beside which others can be chosen. */
export interface Preset {
  readonly name: string;
  readonly description: string;
  readonly choice: Choice;
}

export const presets: readonly Preset[] = [
  {
    name: 'Rounded',
    description: 'Friendly: buttons like pills, soft corners.',
    choice: {
      '--buurt-radius': '1.5em',
      '--buurt-button-radius': '2em',
      '--buurt-control-radius': '1em',
      '--buurt-pill-radius': '2em',
    },
  },
  {
    name: 'Square',
    description: 'Businesslike: no round corners, no shadow.',
    choice: {
      '--buurt-radius': '0px',
      '--buurt-button-radius': '0px',
      '--buurt-control-radius': '0px',
      '--buurt-pill-radius': '0px',
      '--buurt-shadow': 'none',
    },
  },
  {
    name: 'Quiet',
    description: 'Steps back on a busy page: outlined buttons, thin lines, lighter headings.',
    choice: {
      '--buurt-color-surface-soft': 'light-dark(#f6f6f6, #1d2221)',
      '--buurt-heading-font-weight': '600',
      '--buurt-label-font-weight': '500',
      '--buurt-control-border-width': '1px',
      '--buurt-button-fill': '0%',
      '--buurt-button-border-width': '1px',
      '--buurt-shadow': 'none',
    },
  },
  {
    name: 'High contrast',
    description: 'Black and white around the brand, thick lines and a thick focus.',
    choice: {
      '--buurt-color-surface': 'light-dark(#fff, #000)',
      '--buurt-color-surface-soft': 'light-dark(#fff, #000)',
      '--buurt-color-text': 'light-dark(#000, #fff)',
      '--buurt-color-text-muted': 'light-dark(#000, #fff)',
      '--buurt-heading-color': 'light-dark(#000, #fff)',
      '--buurt-color-line': 'light-dark(#000, #fff)',
      '--buurt-control-border-color': 'light-dark(#000, #fff)',
      '--buurt-control-border-width': '2px',
      '--buurt-control-background-color': 'light-dark(#fff, #000)',
      '--buurt-button-border-width': '3px',
      '--buurt-button-text-decoration': 'underline',
      '--buurt-focus-width': '4px',
      '--buurt-shadow': 'none',
    },
  },
];

/** Puts a preset on: what another preset had set goes, what somebody chose stays unless this preset sets it. */
export function withPreset(choice: Choice, { choice: set }: Preset): Choice {
  const own = Object.entries(choice).filter(
    ([name, value]) => !presets.some((preset) => preset.choice[name] === value),
  );
  return { ...Object.fromEntries(own), ...set };
}

export const isOn = (choice: Choice, preset: Preset): boolean =>
  Object.entries(preset.choice).every(([name, value]) => choice[name] === value);
