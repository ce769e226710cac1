import { css } from 'lit';

/** What the page's NL Design System theme says of messages. */
const page = css`
  :host(:not([theme-preset='light'], [theme-preset='dark'])) {
    --_page-error: var(
      --utrecht-form-field-error-message-color,
      var(
        --utrecht-feedback-invalid-color,
        var(
          --utrecht-form-field-invalid-border-inline-start-color,
          var(--basis-color-negative-color-default, var(--ams-color-feedback-error))
        )
      )
    );
    --_page-error-tint: var(--utrecht-alert-error-background-color, var(--basis-color-negative-bg-subtle));
    --_page-ok-tint: var(--utrecht-alert-ok-background-color, var(--basis-color-positive-bg-subtle));
    --_page-warning-tint: var(--utrecht-alert-warning-background-color, var(--basis-color-warning-bg-subtle));
    --_page-info-tint: var(--utrecht-alert-info-background-color, var(--basis-color-info-bg-subtle));
  }
`;

const reckoned = css`
  @supports (color: color(from red srgb-linear r g b)) and (color: light-dark(red, red)) {
    :host {
      --_warning: var(--buurt-color-warning, light-dark(#8a5300, #f5c26b));
      --_own-error-tint: color-mix(in oklab, var(--_surface), #e5484d 11%);
      --_own-ok-tint: color-mix(in oklab, var(--_surface), #30a46c 14%);
      --_own-warning-tint: color-mix(in oklab, var(--_surface), #ffb224 17%);
      --_error-tint: light-dark(var(--_page-error-tint, var(--_own-error-tint)), var(--_own-error-tint));
      --_ok-tint: light-dark(var(--_page-ok-tint, var(--_own-ok-tint)), var(--_own-ok-tint));
      --_warning-tint: light-dark(
        var(--_page-warning-tint, var(--_own-warning-tint)),
        var(--_own-warning-tint)
      );
      --_info-tint: light-dark(var(--_page-info-tint, var(--_tint)), var(--_tint));
    }
  }
`;

/** The colours of messages, which come with what comes after the first load; without them messages have the brand's tint. */
export const messageTokens = [page, reckoned];
