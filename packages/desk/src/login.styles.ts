import { css } from 'lit';

export const loginStyles = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .login {
    max-inline-size: 28em;
    margin-inline: auto;
    padding-block: var(--_space-6);
  }
`;
