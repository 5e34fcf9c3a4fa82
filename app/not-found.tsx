import "./globals.css";
import messages from "@/messages/en.json";

/** An address outside every language: said in English, without the frame of a page. */
export default function NotFound() {
  return (
    <html lang="en" dir="ltr">
      <head>
        <title>{messages.common.notFoundTitle}</title>
      </head>
      <body>
        <main className="mx-auto max-w-measure px-4 py-24">
          <h1>{messages.common.notFoundTitle}</h1>
          <p className="lead mt-3">{messages.common.notFoundText}</p>
          <p className="mt-6">
            <a href="/">{messages.common.toStart}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
