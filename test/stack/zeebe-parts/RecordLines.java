package de.laufmappe.stack;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes what happens in the broker as one JSON object per line, for tests that look inside. At least once: after a
 * crash some lines come again. The argument "file" names the file; it is continued, never overwritten.
 */
public final class RecordLines implements Exporter {
  private String file;
  private Controller controller;
  private OutputStream lines;

  @Override
  public void configure(final Context context) {
    file = (String) context.getConfiguration().getArguments().get("file");
  }

  @Override
  public void open(final Controller given) {
    controller = given;
    try {
      lines = new FileOutputStream(file, true);
    } catch (final IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public void export(final Record<?> record) {
    try {
      // One write per line and no buffer: a reader never sees half a line for long, and nothing waits for a flush.
      lines.write((record.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (final IOException problem) {
      throw new UncheckedIOException(problem);
    }
    // Without this the broker keeps its whole log for us.
    controller.updateLastExportedRecordPosition(record.getPosition());
  }

  @Override
  public void close() {
    try {
      if (lines != null) lines.close();
    } catch (final IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
