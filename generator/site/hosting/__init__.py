"""What a host has to know of the site: headers by kind of file, and where addresses lead to now."""
