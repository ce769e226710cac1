// The NL Design System themes that pages in the Netherlands carry, and where each says what; `theme-walk.js` holds what a
// story shows to it. A list of names is a chain: the first that the theme defines counts.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const stylesheets = {
  'utrecht-theme': '@utrecht/design-tokens/dist/theme.css',
  'voorbeeld-theme': '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css',
  'ma-theme': '@nl-design-system-community/ma-design-tokens/dist/theme.css',
  'rotterdam-theme': '@nl-design-system-unstable/rotterdam-design-tokens/dist/design-tokens.css',
  'rhc-theme': '@rijkshuisstijl-community/design-tokens/dist/index.css',
  'denhaag-theme': '@gemeente-denhaag/design-tokens-components/dist/theme/index.css',
  'nijmegen-theme': '@gemeentenijmegen/design-tokens/dist/index.css',
  'ams-theme': '@amsterdam/design-system-tokens/dist/index.theme.css',
  'rvo-theme': '@nl-rvo/design-tokens/dist/index.css',
};

export const themes = Object.entries(stylesheets).map(([name, path]) => ({
  name,
  css: readFileSync(fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url)), 'utf8'),
}));

const primary = '.button.primary:not([aria-disabled="true"], :disabled, :hover, :active)';
const field = ':is(input:not([type]), [type="text"], [type="email"], [type="search"], textarea, select)';
const valid = `${field}:not([aria-invalid="true"])`;

/**
 * What must look as the theme says: `[what is shown, CSS property, chain of names, what else must be set]`. The colours of
 * messages come after the first load.
 */
export const roles = [
  [
    primary,
    'background-color',
    [
      '--nl-button-primary-background-color',
      '--utrecht-button-primary-action-background-color',
      '--ams-button-primary-background-color',
    ],
  ],
  [
    primary,
    'color',
    [
      '--nl-button-primary-color',
      '--utrecht-button-primary-action-color',
      '--ams-button-primary-color',
      '--utrecht-button-color',
    ],
  ],
  [
    '.button',
    'border-start-start-radius',
    ['--nl-button-border-radius', '--utrecht-button-border-radius', '--ams-button-border-radius'],
  ],
  [
    'a:not([class], .error-summary a), .link:not(.title, .report)',
    'color',
    ['--nl-link-color', '--utrecht-link-color', '--ams-links-color'],
  ],
  [
    valid,
    'border-block-start-color',
    ['--utrecht-textbox-border-color', '--utrecht-form-control-border-color', '--ams-inputs-border-color'],
  ],
  [
    field,
    'border-block-start-width',
    ['--utrecht-textbox-border-width', '--utrecht-form-control-border-width', '--ams-inputs-border-width'],
  ],
  [
    field,
    'border-start-start-radius',
    ['--utrecht-textbox-border-radius', '--utrecht-form-control-border-radius', '--ams-inputs-border-radius'],
  ],
  [
    field,
    'background-color',
    [
      '--utrecht-textbox-background-color',
      '--utrecht-form-control-background-color',
      '--ams-inputs-background-color',
    ],
  ],
  [
    ':is(.field, .label-row) > label:not(.choice), legend',
    'font-weight',
    ['--utrecht-form-label-font-weight', '--ams-label-font-weight'],
  ],
  [
    '[part~="heading"]',
    'font-family',
    [
      '--nl-heading-level-2-font-family',
      '--utrecht-heading-2-font-family',
      '--utrecht-heading-font-family',
      '--ams-typography-font-family',
    ],
  ],
  [
    '[part~="heading"]',
    'font-weight',
    [
      '--nl-heading-level-2-font-weight',
      '--utrecht-heading-2-font-weight',
      '--utrecht-heading-font-weight',
      '--ams-typography-heading-font-weight',
    ],
  ],
  [
    '[part~="heading"]:not(.form.begun > *)',
    'color',
    [
      '--nl-heading-level-2-color',
      '--utrecht-heading-2-color',
      '--utrecht-heading-color',
      '--ams-color-text',
    ],
  ],
  [
    '.problem',
    'color',
    [
      '--utrecht-form-field-error-message-color',
      '--utrecht-form-field-invalid-border-inline-start-color',
      '--ams-color-feedback-error',
    ],
  ],
  [
    '.notice.error, .error-summary',
    'background-color',
    ['--utrecht-alert-error-background-color'],
    '--_error-tint',
  ],
  ['.notice.ok', 'background-color', ['--utrecht-alert-ok-background-color'], '--_ok-tint'],
  ['.notice.warning', 'background-color', ['--utrecht-alert-warning-background-color'], '--_warning-tint'],
  [
    '.notice:not(.error, .ok, .warning)',
    'background-color',
    ['--utrecht-alert-info-background-color'],
    '--_info-tint',
  ],
];
