import { css } from 'lit';

export const pickerStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .photos {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
  }
  .wrong {
    border-inline-start: 0.25em solid var(--_error);
    padding-inline-start: var(--_space-3);
  }
  .choose {
    display: grid;
    gap: var(--_space-3);
    border: max(0.0625em, 1px) dashed var(--_control-line);
    border-radius: var(--_radius);
    padding: var(--_space-4);
    background: var(--_soft);
  }
  .over {
    border-style: solid;
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .choose .button {
    position: relative;
    background: var(--_surface);
  }
  .button:has(:focus-visible) {
    outline: var(--_ring-width) solid var(--_focus);
    outline-offset: 2px;
  }
  @media (pointer: coarse) {
    .drop {
      display: none;
    }
  }
  [role='status']:not(:has(ul)) {
    display: contents;
  }
  .troubles {
    display: grid;
    gap: var(--_space-2);
    padding-inline-start: 2em;
  }
  .list {
    display: grid;
    gap: var(--_space-3);
    padding: 0;
    list-style: none;
  }
  .photo {
    display: grid;
    gap: var(--_space-3);
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-3);
  }
  .failed {
    border-color: var(--_error);
  }
  .frame {
    block-size: 10em;
    border-radius: calc(var(--_radius) / 2);
    overflow: hidden;
    background: var(--_soft);
  }
  .frame img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  .about {
    display: grid;
    gap: var(--_space-2);
    align-content: start;
    min-inline-size: 0;
  }
  .file {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .file bdi {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .remove {
    justify-self: start;
  }
  @container (inline-size > 30em) {
    .photo {
      grid-template-columns: 11em minmax(0, 1fr);
    }
  }
`;
