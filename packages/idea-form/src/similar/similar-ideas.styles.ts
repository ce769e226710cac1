import { css } from 'lit';

export const similarStyles = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :host {
    display: contents;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    border-radius: var(--_radius);
    padding: var(--_space-4);
    background: var(--_tint);
  }
  section > :is(h3, h4, h5, h6) {
    font-size: var(--_title-3);
  }
  ul {
    display: grid;
    gap: var(--_space-3);
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    overflow-wrap: anywhere;
  }
  li :is(h4, h5, h6) {
    font-size: 1em;
  }
  img {
    display: block;
    inline-size: 100%;
    block-size: 8em;
    border-radius: var(--_control-radius);
    object-fit: cover;
    background: var(--_soft);
  }
  img.broken {
    display: none;
  }
  .about {
    display: grid;
    gap: var(--_space-1);
    align-content: start;
  }
  .excerpt {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .actions {
    column-gap: var(--_space-5);
  }
  .actions .quiet {
    padding-inline: 0;
  }
  @container (inline-size >= 30em) {
    li:has(img:not(.broken)) {
      grid-template-columns: 9em minmax(0, 1fr);
    }
    li > :is(.actions, buurt-neighbour-form) {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    section {
      border: 0.0625em solid;
    }
  }
`;
