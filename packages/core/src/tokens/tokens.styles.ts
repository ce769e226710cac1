import { css } from 'lit';
import { page, shape } from './page-tokens.styles.js';

/**
 * Colours for a browser that cannot calculate with them. What is readable on an unknown brand it cannot know, so what is
 * read or touched has the colours of the text, and the brand waits for a newer browser. A colour that is not here is not
 * set: text then has that of what is around it, and a ground is transparent.
 */
const plainColours = css`
  :host {
    --_surface: var(--buurt-color-surface, var(--_page-surface, #fff));
    --_text: var(--buurt-color-text, var(--_page-text, #1f2625));
    --_on-action: var(--_surface);
    --_button: var(--_action);
    --_on-button: var(--_on-action);
    --_on-accent: var(--_surface);
    --_on-ok: var(--_surface);
    --_on-text: var(--_surface);
    --_opaque: var(--_surface);
    --_action: var(--_text);
    --_action-hover: var(--_text);
    --_accent: var(--_text);
    --_control-line: var(--_text);
    --_ok: var(--_text);
    --_line: #8888;
    --_focus: var(--buurt-color-focus, var(--_text));
  }
`;

/**
 * Colours that follow from a few. `--_y` of a colour is its luminance as WCAG counts it: up to 0.183 white has 4.5:1 on it,
 * from 0.175 on black has, so the text on the brand is readable whatever the brand is. Light or dark is what the page says
 * by `color-scheme`, so a page that knows no dark keeps a light widget. The themes know only light: in the dark their
 * colours for paper and ink would not stand on ours, so only their brand stays. A theme's paper may be transparent; then
 * it is white. The surface that a page asks for may be transparent too, so it is never the ink on a filled shape
 * (`--_on-accent`, `--_on-ok`, `--_on-text`), nor the ground of what lies over other things (`--_opaque`). `--_deep` darkens what would be too pale for text on our tints, in a theme too.
 */
const reckonedColours = css`
  @supports (color: color(from red srgb-linear r g b)) and (color: light-dark(red, red)) {
    :host {
      --_y: (0.2126 * r + 0.7152 * g + 0.0722 * b);
      --_pole: clamp(0, (0.183 - var(--_y)) * 1e6, 1);
      --_dim: min(1, 0.13 / var(--_y));
      --_deep: srgb-linear calc(r * var(--_dim)) calc(g * var(--_dim)) calc(b * var(--_dim));
      --_bright: 0.8 min(c, 0.13) h;
      --_on-white: calc(r * alpha + 255 * (1 - alpha)) calc(g * alpha + 255 * (1 - alpha))
        calc(b * alpha + 255 * (1 - alpha)) / 1;
      --_on-dark: calc(r * alpha + 23 * (1 - alpha)) calc(g * alpha + 28 * (1 - alpha))
        calc(b * alpha + 27 * (1 - alpha)) / 1;

      --_brand: var(--buurt-brand, var(--_page-brand, #0b5d51));
      --_action: var(--buurt-color-action, var(--_brand));
      --_on-action: var(
        --buurt-color-on-action,
        color(from var(--_action) srgb-linear var(--_pole) var(--_pole) var(--_pole))
      );
      --_away: color(from var(--_on-action) srgb calc(1 - r) calc(1 - g) calc(1 - b));
      --_action-hover: var(--buurt-color-action-hover, color-mix(in oklab, var(--_action), var(--_away) 18%));
      --_action-active: var(
        --buurt-color-action-active,
        color-mix(in oklab, var(--_action), var(--_away) 32%)
      );
      --_button: color-mix(in srgb, var(--_action) var(--_fill), transparent);
      --_button-hover: color-mix(in srgb, var(--_action-hover) var(--_fill), var(--_tint));
      --_button-active: color-mix(in srgb, var(--_action-active) var(--_fill), var(--_tint));
      --_on-button: color-mix(in srgb, var(--_on-action) var(--_fill), var(--_accent));
      --_action-line: light-dark(
        color(from var(--_action) var(--_deep)),
        oklch(from var(--_action) var(--_bright))
      );
      --_surface: var(
        --buurt-color-surface,
        light-dark(rgb(from var(--_page-surface, #fff) var(--_on-white)), #171c1b)
      );
      --_opaque: light-dark(
        rgb(from var(--_surface) var(--_on-white)),
        rgb(from var(--_surface) var(--_on-dark))
      );
      --_text: var(--buurt-color-text, light-dark(var(--_page-text, #1f2625), #eef1ef));
      --_heading: var(--buurt-heading-color, light-dark(var(--_page-heading, var(--_text)), var(--_text)));
      --_vivid: oklch(from var(--_brand) var(--_bright));
      --_soft: var(--buurt-color-surface-soft, color-mix(in oklab, var(--_surface), var(--_vivid) 7%));
      --_accent: var(
        --buurt-color-link,
        light-dark(color(from var(--_page-link, var(--_brand)) var(--_deep)), var(--_vivid))
      );
      --_tint: var(--buurt-color-tint, color-mix(in oklab, var(--_surface), var(--_vivid) 18%));
      --_muted: var(--buurt-color-text-muted, color-mix(in oklab, var(--_text) 82%, var(--_surface)));
      --_line: var(--buurt-color-line, color-mix(in oklab, var(--_text) 16%, var(--_surface)));
      --_control: var(
        --buurt-control-background-color,
        light-dark(var(--_page-control, var(--_surface)), #101413)
      );
      --_reckoned-line: color-mix(in oklab, var(--_text) 62%, var(--_surface));
      --_control-line: var(
        --buurt-control-border-color,
        light-dark(var(--_page-control-line, var(--_reckoned-line)), var(--_reckoned-line))
      );
      --_control-text: var(--buurt-control-color, var(--_text));
      --_error: var(
        --buurt-color-error,
        light-dark(color(from var(--_page-error, #b3261e) var(--_deep)), #ffb4a9)
      );
      --_ok: var(--buurt-color-ok, light-dark(#1b6b3a, #8fd6a5));
      --_on-accent: color(from var(--_accent) srgb-linear var(--_pole) var(--_pole) var(--_pole));
      --_on-ok: color(from var(--_ok) srgb-linear var(--_pole) var(--_pole) var(--_pole));
      --_on-text: color(from var(--_text) srgb-linear var(--_pole) var(--_pole) var(--_pole));
    }
  }
`;

const host = css`
  /* What a page says of its own text says nothing of ours; only what it hides stays hidden, and its light or dark holds. */
  :host {
    all: initial;
    visibility: inherit;
    color-scheme: inherit;
    display: block;
    container-type: inline-size !important;
    color: var(--_text) !important;
    background: var(--_surface) !important;
    font-family: var(--_font), sans-serif;
    font-size: var(--_font-size);
    line-height: var(--_line-height) !important;
    text-align: start;
    overflow-wrap: break-word;
    hyphens: auto;
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
