import type { Camera } from 'sigma';

/** How long nothing must have moved for the view to be at rest, in milliseconds: a hand that turns a wheel pauses less. */
const pause = 180;

/**
 * Whether the view moves. Sigma's own answer is for whom the frames come fast: where they do not, it holds the view for
 * at rest between two steps of a wheel, draws all that it spares while moving, and is later still with the next step.
 */
export class Motion {
  readonly #rest: () => void;
  #timer: number | undefined;

  /** Calls `rest` each time when the camera has come to rest. */
  constructor(camera: Camera, rest: () => void) {
    this.#rest = rest;
    camera.on('updated', () => this.#move());
  }

  /** Whether the camera moved a moment ago. */
  get isMoving(): boolean {
    return this.#timer !== undefined;
  }

  /** Forgets that anything moved. */
  stop(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #move(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      this.#rest();
    }, pause);
  }
}
