import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { newKey } from '@buurt/core/storage/key.js';
import { LazyElement } from '@buurt/core/element/lazy-element.js';
import { mostCharacters } from '@buurt/domain/ideas/settings.js';
import type { DraftPhoto } from './draft-photo.js';
import { photoStorage, type StorageMode } from './photo-storage.js';
import { PhotoPreviews } from './photo-previews.js';
import { pickerStyles } from './photo-picker.styles.js';
import { nl, type PhotosMessages } from './photos.messages.js';
import { PhotoError, shrink } from './shrink.js';

declare global {
  interface HTMLElementEventMap {
    'buurt-photos-change': CustomEvent<{ readonly photos: readonly DraftPhoto[] }>;
  }
}

/** A file that is not a photo of the draft yet. */
interface PendingFile {
  readonly id: string;
  readonly file: File;
}

/**
 * Photos with an idea: picked or taken, made small and stripped of where they were taken before anything is kept or
 * sent. Shows each, asks what it shows, and says of each file that cannot come along why.
 *
 * @customElement buurt-photo-picker
 * @fires {CustomEvent<{ photos: readonly DraftPhoto[] }>} buurt-photos-change - A photo came, went, or was described.
 * @csspart input - The description of a photo.
 */
export class PhotoPicker extends LazyElement<PhotosMessages> {
  static override readonly styles = [controls, pickerStyles];

  @property({ attribute: false }) value: readonly DraftPhoto[] = [];
  @property({ type: Number }) most = 5;
  @property({ type: Boolean }) required = false;
  /** What is wrong with the answer, in text; the form shows it too. */
  @property({ attribute: false }) problem?: string | undefined;
  /** Where the photos wait until they are sent. */
  @property({ attribute: false }) storageMode: StorageMode = 'local';

  @state() private pending: readonly PendingFile[] = [];
  /** What went wrong with the last files, each in a sentence. */
  @state() private troubles: readonly string[] = [];
  @state() private announcement = '';
  @state() private over = false;

  protected readonly partName = 'photos';
  protected readonly catalogue = { nl, en: async () => (await import('./photos.messages.en.js')).en };

  readonly #previews = new PhotoPreviews(this, () => ({
    photos: this.value,
    store: photoStorage(this.storageMode),
  }));
  #focusNext: string | undefined;

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const wanted = this.#focusNext;
    this.#focusNext = undefined;
    if (wanted) (this.renderRoot as ShadowRoot).getElementById(wanted)?.focus();
  }

  /** Puts the focus where a photo can be chosen; where there is no room for one, on the first photo. */
  focusField(): void {
    this.renderRoot.querySelector<HTMLElement>('input, button')?.focus();
  }

  override focus(): void {
    this.focusField();
  }

  protected override render(): TemplateResult {
    const { t, problem, required, most, value } = this;
    const full = value.length + this.pending.length >= most;
    return html`
      <div
        role="group"
        class="photos ${problem ? 'wrong' : ''}"
        aria-label=${required ? `${t.group} (${t.required})` : t.group}
        aria-describedby=${problem ? 'problem' : nothing}
      >
        ${problem ? html`<p class="for-reader" id="problem">${problem}</p>` : nothing}
        ${full ? html`<p class="hint">${t.full({ most })}</p>` : this.#renderChoose(t)}
        ${this.#renderTroubles()} ${value.length + this.pending.length > 0 ? this.#renderPhotos(t) : nothing}
        <output class="for-reader">${this.announcement}</output>
      </div>
    `;
  }

  #renderChoose(t: PhotosMessages): TemplateResult {
    return html`<div
      class="choose ${this.over ? 'over' : ''}"
      @dragover=${this.#onDragover}
      @dragleave=${() => (this.over = false)}
      @drop=${this.#onDrop}
    >
      <div class="actions">
        ${this.#renderInput(t.choose({ chosen: this.value.length }), 'choose')}
        ${matchMedia('(pointer: coarse)').matches ? this.#renderInput(t.take, 'take') : nothing}
      </div>
      <p class="hint" id="hint">${t.hint({ most: this.most })} <span class="drop">${t.drop}</span></p>
    </div>`;
  }

  #renderInput(label: string, way: 'choose' | 'take'): TemplateResult {
    return html`<label class="button" part="button">
      <input
        type="file"
        class="for-reader"
        id=${way}
        accept="image/*"
        ?multiple=${way === 'choose' && this.most > 1}
        capture=${way === 'take' ? 'environment' : nothing}
        aria-describedby="hint"
        @change=${this.#onChosen}
      />
      ${label}
    </label>`;
  }

  #renderTroubles(): unknown {
    return html`<div role="status">
      ${
        this.troubles.length === 0
          ? nothing
          : html`<ul class="notice warning troubles">
              ${this.troubles.map((each) => html`<li>${each}</li>`)}
            </ul>`
      }
    </div>`;
  }

  #renderPhotos(t: PhotosMessages): TemplateResult {
    return html`<ul class="list">
      ${repeat(
        this.value,
        ({ id }) => id,
        (photo, index) => this.#renderPhoto(photo, index, t),
      )}
      ${repeat(
        this.pending,
        ({ id }) => id,
        ({ file: { name } }, index) => {
          const text = index === 0 ? t.preparing({ name }) : t.waiting({ name });
          return html`<li class="photo">
            <div class="frame"></div>
            <div class="about">
              <p class="file">${text}</p>
              ${index === 0 ? html`<progress aria-label=${text}></progress>` : nothing}
            </div>
          </li>`;
        },
      )}
    </ul>`;
  }

  #renderPhoto(photo: DraftPhoto, index: number, t: PhotosMessages): TemplateResult {
    const { id, name, alt } = photo;
    const address = this.#previews.addressOf(photo);
    const failed = photo.failed ?? (address === null ? t.lost : undefined);
    return html`<li class="photo ${failed ? 'failed' : ''}">
      <div class="frame">${address ? html`<img src=${address} alt="" />` : nothing}</div>
      <div class="about">
        <p class="file"><strong>${t.photo({ nth: index + 1 })}</strong> <bdi>${name}</bdi></p>
        ${
          failed
            ? html`<p class="problem">${failed}</p>`
            : html`<label for="alt-${id}">${t.alt}</label>
                <p class="hint" id="hint-${id}">${t.altHint}</p>
                <input
                  id="alt-${id}"
                  part="input"
                  type="text"
                  maxlength=${mostCharacters.alt}
                  aria-describedby="hint-${id}"
                  .value=${alt}
                  @input=${(event: InputEvent) => this.#describe(id, (event.target as HTMLInputElement).value)}
                />`
        }
        <button
          type="button"
          class="button quiet remove"
          part="button quiet"
          id="remove-${id}"
          aria-label=${t.removeNamed({ name })}
          @click=${() => this.#remove(photo)}
        >
          ${t.remove}
        </button>
      </div>
    </li>`;
  }

  #onChosen({ target }: Event): void {
    const input = target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // So that the same file can be chosen again after it was removed.
    input.value = '';
    this.#add(files);
  }

  #onDragover(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over = true;
  }

  #onDrop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    this.#add([...(event.dataTransfer?.files ?? [])]);
  }

  #add(files: readonly File[]): void {
    const { most, t } = this;
    const room = Math.max(0, most - this.value.length - this.pending.length);
    const busy = this.pending.length > 0;
    this.troubles = files.slice(room).map(({ name }) => t.tooMany({ name, most }));
    this.pending = [...this.pending, ...files.slice(0, room).map((file) => ({ id: newKey(), file }))];
    if (!busy) void this.#prepare();
  }

  /** One at a time: an unpacked photo takes a lot of memory. Goes on when the resident goes to another step. */
  async #prepare(): Promise<void> {
    for (let [next] = this.pending; next; [next] = this.pending) {
      const { id, file } = next;
      const trouble = await this.#troubleWith(id, file);
      this.pending = this.pending.filter((each) => each.id !== id);
      if (trouble !== undefined) this.troubles = [...this.troubles, trouble];
      else this.#dispatchChange([...this.value, { id, name: file.name, alt: '' }]);
    }
    this.announcement = this.t.ready({ count: this.value.length, most: this.most });
  }

  /** Makes the photo small and keeps it; what is wrong with it in text, if anything. */
  async #troubleWith(id: string, file: File): Promise<string | undefined> {
    try {
      await photoStorage(this.storageMode).put(id, await shrink(file));
      return undefined;
    } catch (error) {
      const trouble = error instanceof PhotoError ? error.trouble : 'unreadable';
      return this.t.trouble[trouble]({ name: file.name });
    }
  }

  #describe(id: string, alt: string): void {
    this.#dispatchChange(this.value.map((photo) => (photo.id === id ? { ...photo, alt } : photo)));
  }

  #remove({ id, name }: DraftPhoto): void {
    const index = this.value.findIndex((photo) => photo.id === id);
    const left = this.value.filter((photo) => photo.id !== id);
    const neighbour = left[index] ?? left.at(-1);
    this.#focusNext = neighbour ? `remove-${neighbour.id}` : 'choose';
    this.announcement = this.t.removed({ name });
    this.troubles = [];
    this.#dispatchChange(left);
    void photoStorage(this.storageMode).delete(id);
  }

  #dispatchChange(photos: readonly DraftPhoto[]): void {
    this.value = photos;
    const detail = { photos };
    this.dispatchEvent(new CustomEvent('buurt-photos-change', { detail, bubbles: true, composed: true }));
  }
}
