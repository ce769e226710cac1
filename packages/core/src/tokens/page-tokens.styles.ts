import { css } from 'lit';

/** What the page's NL Design System theme says, whichever generation of names it has; unset when it has none. */
export const page = css`
  :host(:not([theme-preset='light'], [theme-preset='dark'])) {
    --_page-brand: var(
      --nl-button-primary-background-color,
      var(
        --utrecht-button-primary-action-background-color,
        var(
          --basis-color-action-1-inverse-bg-default,
          var(--ams-button-primary-background-color, var(--utrecht-button-background-color))
        )
      )
    );
    --_page-link: var(
      --nl-link-color,
      var(--utrecht-link-color, var(--basis-color-action-2-color-default, var(--ams-links-color)))
    );
    --_page-text: var(
      --utrecht-document-color,
      var(--basis-color-default-color-document, var(--ams-color-text))
    );
    --_page-surface: var(
      --utrecht-document-background-color,
      var(--basis-color-default-bg-document, var(--ams-color-background))
    );
    --_page-heading: var(
      --nl-heading-level-2-color,
      var(
        --utrecht-heading-2-color,
        var(--utrecht-heading-color, var(--basis-heading-color, var(--ams-color-text)))
      )
    );
    --_page-control-line: var(
      --utrecht-textbox-border-color,
      var(
        --utrecht-form-control-border-color,
        var(--basis-form-control-border-color, var(--ams-inputs-border-color))
      )
    );
    --_page-control: var(
      --utrecht-textbox-background-color,
      var(
        --utrecht-form-control-background-color,
        var(--basis-form-control-background-color, var(--ams-inputs-background-color))
      )
    );
  }

  :host([theme-preset='light']) {
    color-scheme: light;
  }
  :host([theme-preset='dark']) {
    color-scheme: dark;
  }
`;

/** Shape and letter: own token → NL Design System token of the page → default. */
export const shape = css`
  :host {
    --_font: var(
      --buurt-font-family,
      var(
        --utrecht-document-font-family,
        var(--basis-text-font-family-default, var(--ams-typography-font-family))
      )
    );
    --_font-size: var(
      --buurt-font-size,
      var(
        --utrecht-document-font-size,
        var(--basis-text-font-size-md, var(--ams-typography-body-text-font-size, max(1rem, 1em)))
      )
    );
    --_line-height: var(--buurt-line-height, var(--utrecht-document-line-height, 1.55));
    --_heading-font: var(
      --buurt-heading-font-family,
      var(
        --nl-heading-level-2-font-family,
        var(
          --utrecht-heading-2-font-family,
          var(
            --utrecht-heading-font-family,
            var(--basis-heading-font-family, var(--ams-typography-font-family))
          )
        )
      )
    );
    --_heading-weight: var(
      --buurt-heading-font-weight,
      var(
        --nl-heading-level-2-font-weight,
        var(
          --utrecht-heading-2-font-weight,
          var(
            --utrecht-heading-font-weight,
            var(--basis-heading-font-weight, var(--ams-typography-heading-font-weight, 700))
          )
        )
      )
    );
    --_label-weight: var(
      --buurt-label-font-weight,
      var(--utrecht-form-label-font-weight, var(--ams-label-font-weight, 600))
    );
    --_radius: var(--buurt-radius, 0.75em);
    --_pill-radius: var(--buurt-pill-radius, 1.5em);
    --_button-radius: var(
      --buurt-button-radius,
      var(
        --nl-button-border-radius,
        var(
          --utrecht-button-border-radius,
          var(--basis-border-radius-md, var(--ams-button-border-radius, 0.6em))
        )
      )
    );
    --_control-radius: var(
      --buurt-control-radius,
      var(
        --utrecht-textbox-border-radius,
        var(
          --utrecht-form-control-border-radius,
          var(--basis-form-control-border-radius, var(--ams-inputs-border-radius, 0.5em))
        )
      )
    );
    --_control-line-width: var(
      --buurt-control-border-width,
      var(
        --utrecht-textbox-border-width,
        var(
          --utrecht-form-control-border-width,
          var(--basis-form-control-border-width, var(--ams-inputs-border-width, 0.0938em))
        )
      )
    );

    --_space-1: calc(var(--_space-4) / 4);
    --_space-2: calc(var(--_space-4) / 2);
    --_space-3: calc(var(--_space-4) * 0.75);
    --_space-4: var(--buurt-space, 1em);
    --_space-5: calc(var(--_space-4) * 1.5);
    --_space-6: calc(var(--_space-4) * 2.25);
    /* The room inside the edge of a widget. The unit cqi is worked out where it is used, inside the container. */
    --_padding: clamp(0.25em, 3cqi, 2em);
    --_padding-inline: var(--buurt-padding-inline, var(--_padding));
    --_text-width: var(--buurt-text-width, 60ch);
    --_touch: max(44px, 2.75em);
    --_button-line: var(--buurt-button-border-width, max(0.125em, 2px));
    --_button-decoration: var(--buurt-button-text-decoration, none);
    /* All or nothing: half a ground is one on which no colour of text is sure to be read. */
    --_fill: clamp(0%, (var(--buurt-button-fill, 100%) - 50%) * 1e6, 100%);
    --_small: 0.9em;
    --_title-1: clamp(1.5em, 1.25em + 1.6cqi, 2.1em);
    --_title-2: clamp(1.25em, 1.15em + 0.7cqi, 1.5em);
    --_title-3: 1.125em;
    --_shadow: var(--buurt-shadow, 0 0.0625em 0.125em rgb(0 0 0 / 0.06), 0 0.375em 1.25em rgb(0 0 0 / 0.07));
    --_ring-width: max(
      2px,
      var(
        --buurt-focus-width,
        var(--basis-focus-outline-width, var(--utrecht-focus-outline-width, 0.1875rem))
      )
    );
    --_motion: var(--buurt-motion, 120ms);
  }
  :host([density='compact']) {
    --_space-4: calc(var(--buurt-space, 1em) * 0.7);
    --_touch: max(36px, 2.25em);
  }
`;
