// The packages of Angular are half compiled: this finishes them in the page. An Angular build does it beforehand.
import '@angular/compiler';
import '@buurt/buurt';
import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';

@Component({
  selector: '#app',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <buurt-provider [endpoint]="endpoint" [buurt]="buurt">
      <button (click)="dark.set(!dark())">Donker</button>
      <output>{{ supported() }}</output>
      <buurt-initiative-list
        [pageSize]="3"
        heading-level="3"
        [themePreset]="dark() ? 'dark' : 'auto'"
        (buurt-support)="onSupport($event)"
      ></buurt-initiative-list>
      <buurt-map-card [attr.heading-level]="3"></buurt-map-card>
      <buurt-idea-form [texts]="{ heading: 'Uw idee in Angular' }"></buurt-idea-form>
      <buurt-budget-vote></buurt-budget-vote>
    </buurt-provider>
  `,
})
export class Buurt {
  readonly #place = document.getElementById('app')!;
  readonly endpoint = this.#place.dataset['endpoint'];
  readonly buurt = this.#place.dataset['buurt'];
  readonly supported = signal('');
  readonly dark = signal(false);

  onSupport({ detail }: HTMLElementEventMap['buurt-support']): void {
    this.supported.set(detail.supported ? detail.initiativeId : '');
  }
}

void bootstrapApplication(Buurt, { providers: [provideZonelessChangeDetection()] });
