"""Tables made of a record, in the text and in attachments."""
