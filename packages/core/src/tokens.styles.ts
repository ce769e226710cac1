import { css } from 'lit';
import { page, shape } from './page-tokens.styles.js';

/** Colours for a browser that cannot calculate with them: our own light look, white on the brand. */
const plainColours = css`
  :host {
    --_brand: var(--buurt-brand, var(--_page-brand, #0b5d51));
    --_action: var(--buurt-color-action, var(--_brand));
    --_on-action: var(--buurt-color-on-action, #fff);
    --_action-hover: var(--buurt-color-action-hover, var(--_action));
    --_surface: var(--buurt-color-surface, var(--_page-surface, #fff));
    --_soft: var(--buurt-color-surface-soft, #f7f4ee);
    --_text: var(--buurt-color-text, var(--_page-text, #1f2625));
    --_muted: var(--buurt-color-text-muted, var(--_text));
    --_heading: var(--buurt-heading-color, var(--_page-heading, var(--_text)));
    --_accent: var(--buurt-color-link, var(--_page-link, var(--_brand)));
    --_tint: var(--buurt-color-tint, #e9f2ef);
    --_line: var(--buurt-color-line, #dcd9d2);
    --_control: var(--buurt-control-background-color, var(--_page-control, var(--_surface)));
    --_control-text: var(--buurt-control-color, var(--_text));
    --_control-line: var(--buurt-control-border-color, var(--_page-control-line, #6f7774));
    --_error: var(--buurt-color-error, var(--_page-error, #b3261e));
    --_ok: var(--buurt-color-ok, #1b6b3a);
    --_warning: var(--buurt-color-warning, #8a5300);
    --_focus: var(--buurt-color-focus, var(--_text));
  }
`;

/**
 * Colours that follow from a few. `y` of a colour is its luminance as WCAG counts it: black and white are equally
 * readable on 0.179, so the text on the brand has at least 4.5:1 whatever the brand is. Light or dark is what the page
 * says by `color-scheme`, so a page that knows no dark keeps a light widget.
 */
const reckonedColours = css`
  @supports (color: color(from red xyz-d65 x y z)) and (color: light-dark(red, red)) {
    :host {
      --_on-action: var(
        --buurt-color-on-action,
        color(
          from var(--_action) xyz-d65 clamp(0, (0.179 - y) * 1e6, 0.9505) clamp(0, (0.179 - y) * 1e6, 1)
            clamp(0, (0.179 - y) * 1e6, 1.089)
        )
      );
      --_away: color(
        from var(--_action) xyz-d65 clamp(0, (y - 0.179) * 1e6, 0.9505) clamp(0, (y - 0.179) * 1e6, 1)
          clamp(0, (y - 0.179) * 1e6, 1.089)
      );
      --_action-hover: var(--buurt-color-action-hover, color-mix(in oklab, var(--_action), var(--_away) 18%));
      --_surface: var(--buurt-color-surface, var(--_page-surface, light-dark(#fff, #171c1b)));
      --_text: var(--buurt-color-text, var(--_page-text, light-dark(#1f2625, #eef1ef)));
      --_soft: var(
        --buurt-color-surface-soft,
        light-dark(
          color-mix(in oklab, var(--_surface), #d9c9a8 18%),
          color-mix(in oklab, var(--_surface), #fff3dc 5%)
        )
      );
      --_brand-dark: color(
        from var(--_brand) xyz-d65 calc(x * min(1, 0.13 / y)) calc(y * min(1, 0.13 / y))
          calc(z * min(1, 0.13 / y))
      );
      --_vivid: oklch(from var(--_brand) 0.8 min(c, 0.13) h);
      --_accent: var(--buurt-color-link, var(--_page-link, light-dark(var(--_brand-dark), var(--_vivid))));
      --_tint: var(--buurt-color-tint, color-mix(in oklab, var(--_surface), var(--_vivid) 18%));
      --_muted: var(--buurt-color-text-muted, color-mix(in oklab, var(--_text) 78%, var(--_surface)));
      --_line: var(--buurt-color-line, color-mix(in oklab, var(--_text) 16%, var(--_surface)));
      --_control: var(
        --buurt-control-background-color,
        var(--_page-control, light-dark(var(--_surface), #101413))
      );
      --_control-line: var(
        --buurt-control-border-color,
        var(--_page-control-line, color-mix(in oklab, var(--_text) 62%, var(--_surface)))
      );
      --_error: var(--buurt-color-error, var(--_page-error, light-dark(#b3261e, #ffb4a9)));
      --_error-tint: color-mix(in oklab, var(--_surface), #e5484d 11%);
      --_ok: var(--buurt-color-ok, light-dark(#1b6b3a, #8fd6a5));
      --_ok-tint: color-mix(in oklab, var(--_surface), #30a46c 14%);
      --_warning: var(--buurt-color-warning, light-dark(#8a5300, #f5c26b));
      --_warning-tint: color-mix(in oklab, var(--_surface), #ffb224 17%);
    }
  }
`;

const host = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--_text);
    background: var(--_surface);
    font-family: var(--_font, inherit);
    font-size: var(--_font-size);
    line-height: var(--_line-height);
    text-align: start;
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
`;

/** Every `--_*` that a widget uses, set once on its host, and the host itself. */
export const tokens = [page, shape, plainColours, reckonedColours, host];
