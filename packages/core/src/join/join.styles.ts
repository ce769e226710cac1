import { css } from 'lit';

export const joinStyles = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-4);
    background: var(--_surface);
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
  }
  .screen-title:focus,
  .done:focus,
  .failure:focus {
    outline: 0;
  }
  .screen-title {
    font-size: var(--_title-3);
  }
  .choices.cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
  }
  .choice.card {
    align-items: center;
    border: 0.0625em solid var(--_control-line);
    border-radius: var(--_control-radius);
    padding: var(--_space-3);
  }
  .choice.card > input {
    margin: 0;
  }
  .choice.card .icon {
    color: var(--_accent);
  }
  .choice.card strong {
    font-weight: 600;
  }
  .choice.card .hint {
    display: block;
  }
  .done {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
  }
`;
