import { css } from 'lit';

/**
 * How far an initiative is, as a colour: on `.status` (words) and `.mark` (a sign on the map) that have the name of the
 * status too. `--_status-ink` is dark or light enough to be seen whatever a page chose, `--_status-ground` is a shade of
 * it for words, and `--_on-status` is read on a shape filled with the ink.
 */
export const statusStyles = css`
  .new {
    --_status: var(--buurt-color-status-new, var(--_accent));
  }
  .onBallot {
    --_status: var(--buurt-color-status-on-ballot, var(--_warning));
  }
  .granted {
    --_status: var(--buurt-color-status-granted, var(--_ok));
  }
  .underway {
    --_status: var(--buurt-color-status-underway, var(--_warning));
  }
  .done {
    --_status: var(--buurt-color-status-done, var(--_ok));
  }
  .declined {
    --_status: var(--buurt-color-status-declined, var(--_muted));
  }
  .status,
  .mark {
    --_status-ink: var(--_accent);
    --_on-status: var(--_on-accent);
  }
  @supports (color: color(from red srgb-linear r g b)) and (color: light-dark(red, red)) {
    .status,
    .mark {
      --_status-ink: light-dark(
        color(from var(--_status) var(--_deep)),
        oklch(from var(--_status) var(--_bright))
      );
      --_status-ground: color-mix(in oklab, var(--_surface), var(--_status) 15%);
      --_on-status: color(from var(--_status-ink) srgb-linear var(--_pole) var(--_pole) var(--_pole));
    }
  }
`;
