import { notFound } from "next/navigation";

/** Any other address: not found, within the frame of a page. */
export default function Rest() {
  notFound();
}
