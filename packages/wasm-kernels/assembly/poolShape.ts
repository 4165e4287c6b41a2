/** A pooling, NHWC, as JavaScript writes it down. */
@unmanaged
export class PoolShape {
  batch: i32; inHeight: i32; inWidth: i32; channels: i32; outHeight: i32; outWidth: i32;
  filterHeight: i32; filterWidth: i32; strideHeight: i32; strideWidth: i32; padTop: i32; padLeft: i32;

  /** Bytes of an input image. */
  get inBytes(): usize {
    return (<usize>(this.inHeight * this.inWidth * this.channels)) << 2;
  }

  /** Bytes of an output image. */
  get outBytes(): usize {
    return (<usize>(this.outHeight * this.outWidth * this.channels)) << 2;
  }

  /** Whether each input lies in exactly one window. */
  get tiled(): bool {
    return this.strideHeight == this.filterHeight && this.strideWidth == this.filterWidth &&
      this.padTop == 0 && this.padLeft == 0 &&
      this.outHeight * this.filterHeight == this.inHeight && this.outWidth * this.filterWidth == this.inWidth;
  }
}
