import { css } from 'lit';

export const styles = css`
  .coming {
    min-block-size: 24em;
  }
`;
